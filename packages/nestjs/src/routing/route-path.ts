/**
 * Handlers are routes of Nest's, one for each request that they take, at a path below that of their controller. No request
 * ever has such a path: `routeByRequest` keeps them from being registered. Nor does a route of anybody else's.
 */
const marker = '/@alexa-profile/'

export function routePathOf(key: string): string {
  return marker + encodeURIComponent(key).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
}

/** The path of the controller's endpoint, and what the route takes; `undefined` for any other path. */
export function readRoutePath(path: string): { path: string; key: string } | undefined {
  const at = path.lastIndexOf(marker)
  if (at === -1) return undefined
  return { path: path.slice(0, at) || '/', key: decodeURIComponent(path.slice(at + marker.length)) }
}
