/** An error that the user can fix. The message says how. */
export class CannotCreate extends Error {
  override readonly name = 'CannotCreate'
}
