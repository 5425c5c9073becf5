import { spawnSync } from 'node:child_process'
import { CannotRun } from '../cannot-run.js'

/**
 * Checks that git can undo an edit.
 *
 * @throws {CannotRun} unless git tracks the folder and the files have no uncommitted changes
 */
export function assertCommitted(files: readonly string[], folder: string): void {
  const { status, stdout, error } = spawnSync('git', ['status', '--porcelain', '--', ...files], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (error !== undefined || status !== 0) {
    throw new CannotRun(
      'git does not track this folder, so an edit could not be undone. Commit the folder first, or add --force.',
    )
  }
  const changed = stdout.split('\n').filter((line) => line !== '')
  if (changed.length > 0) {
    const names = changed.map((line) => line.slice(3)).join(', ')
    throw new CannotRun(`These files have uncommitted changes: ${names}. Commit them first, or add --force.`)
  }
}
