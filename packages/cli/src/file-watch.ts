import { type Stats, statSync } from 'node:fs'

/** Polls files and reports when one of them was written, deleted or restored. */
export interface FileWatch {
  /**
   * Watches these files from now on. A folder counts as changed when a file is added to it or deleted.
   *
   * @param readSinceMs When reading the files began. A file that was written after that counts as changed.
   */
  watch(files: Iterable<string>, readSinceMs: number): void
  /** Whether a file has changed and `changed` was not called for it yet. */
  readonly isChanging: boolean
  close(): void
}

const intervalMs = 200

/**
 * Polls files instead of using the system's events: those differ with how an editor saves and how a bundler empties its folder, and
 * end when a folder is deleted.
 *
 * @param changed Called when the files are the same in two polls, so the program that was writing has finished.
 */
export function startFileWatch(changed: () => void): FileWatch {
  let watched: readonly string[] = []
  let known = ''
  let settling: string | undefined
  const timer = setInterval(look, intervalMs)

  function look(): void {
    const seen = versions(watched)
    if (seen === known) {
      settling = undefined
    } else if (seen === settling) {
      settling = undefined
      known = seen
      changed()
    } else {
      settling = seen
    }
  }

  return {
    watch(files, readSinceMs) {
      watched = [...files]
      known = writtenSince(watched, readSinceMs) ? 'read before the latest change' : versions(watched)
    },
    get isChanging() {
      return versions(watched) !== known
    },
    close: () => clearInterval(timer),
  }
}

function versions(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const found = statsOf(path)
      return found === undefined ? '-' : `${found.mtimeMs} ${found.size} ${found.ino}`
    })
    .join('\n')
}

/** A time in the future cannot be the time of writing. */
function writtenSince(paths: readonly string[], sinceMs: number): boolean {
  const nowMs = Date.now()
  return paths.some((path) => {
    const writtenMs = statsOf(path)?.mtimeMs
    return writtenMs !== undefined && writtenMs >= sinceMs && writtenMs <= nowMs
  })
}

/** Undefined if the file does not exist, or is in a folder that can no longer be read. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
