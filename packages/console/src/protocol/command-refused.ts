/** A command that is not possible now. The message says what to do instead. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}
