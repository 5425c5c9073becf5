/** A command that cannot be done now; the message tells the person at the page what to do instead. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}
