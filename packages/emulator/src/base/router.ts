import type { IncomingMessage } from 'node:http'

/** Finds the target of a path. */
export type Router<Target> = (path: string) => Target | undefined

/**
 * Matches paths as they are written and percent-encoded, such as `%7Ecurrent` for `~current`. Paths are case-sensitive.
 *
 * @param targets By path.
 */
export function createRouter<Target>(targets: ReadonlyMap<string, Target>): Router<Target> {
  return (path) => targets.get(path) ?? targets.get(decoded(path))
}

/** Returns the path of a request as received, without its query. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? url
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
