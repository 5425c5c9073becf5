/** Something that the user has to change. The message says how. */
export class CannotCreate extends Error {
  override readonly name = 'CannotCreate'
}
