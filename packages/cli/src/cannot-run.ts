/** An error that says why a command could not run. The exit code is 2. The message says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}
