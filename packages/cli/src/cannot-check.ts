/** Why there is nothing to say about the manifest: exit code 2. The message says what to do. */
export class CannotCheck extends Error {
  override readonly name = 'CannotCheck'
}
