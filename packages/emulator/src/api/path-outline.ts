/**
 * Replaces everything in a path that may be an id, a name or a token by `{…}`: `/v1/alerts/reminders/{…}`.
 *
 * @internal
 */
export function pathOutline(path: string): string {
  return path
    .split('/')
    .map((segment) => (/^(?:v\d+|[a-z~._-]{0,40})$/i.test(segment) ? segment : '{…}'))
    .join('/')
}
