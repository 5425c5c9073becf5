/** What the user has to change; its message says how. */
export class CannotCreate extends Error {
  override readonly name = 'CannotCreate'
}
