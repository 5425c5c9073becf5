/**
 * A path in which everything that may be an id, a name or a token is `{…}`: `/v1/alerts/reminders/{…}`.
 *
 * @internal
 */
export function pathOutline(path: string): string {
  return path
    .split('/')
    .map((segment) => (/^(?:v\d+|[a-z~._-]{0,40})$/i.test(segment) ? segment : '{…}'))
    .join('/')
}
