/** Says why a command could not run: exit code 2. The message says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}
