import { type Stats, statSync } from 'node:fs'

/** Looks at files again and again, and says when one of them was written, deleted, or is back. */
export interface FileWatch {
  /**
   * From now on these; of a folder, whether something is added to it or deleted.
   *
   * @param readSinceMs When reading them began. What was written after that counts as a change.
   */
  watch(files: Iterable<string>, readSinceMs: number): void
  /** Whether a file has changed and `changed` was not called for it yet. */
  readonly isChanging: boolean
  close(): void
}

const intervalMs = 200

/**
 * Files are looked at, not listened to: what the system tells of changes differs with how an editor saves and a bundler
 * empties its folder, and stops where a folder is deleted.
 *
 * @param changed Called once the files are the same in two looks: whoever was writing has finished.
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
      known = writtenSince(watched, readSinceMs) ? 'what was read before the latest change' : versions(watched)
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

/** A time in the future is no time of writing. */
function writtenSince(paths: readonly string[], sinceMs: number): boolean {
  const nowMs = Date.now()
  return paths.some((path) => {
    const writtenMs = statsOf(path)?.mtimeMs
    return writtenMs !== undefined && writtenMs >= sinceMs && writtenMs <= nowMs
  })
}

/** Undefined for what is not there, or is in a folder that may not be read any more. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
