/**
 * Handlers are Nest routes, one for each kind of request, at a path below that of their controller. No request ever has
 * such a path, because `routeByRequest` keeps these routes from being registered. No other route has such a path,
 * either.
 */
const marker = '/@alexa-profile/'

export function routePathOf(key: string): string {
  return marker + encodeURIComponent(key).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
}

/** The path of the controller's endpoint, and the kind of request. `undefined` for any other path. */
export function readRoutePath(path: string): { path: string; key: string } | undefined {
  const at = path.lastIndexOf(marker)
  if (at === -1) return undefined
  return { path: path.slice(0, at) || '/', key: decodeURIComponent(path.slice(at + marker.length)) }
}
