/** Why a command cannot do its work at all: exit code 2. The message says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}
