import { ProfileError } from '@alexa-profile/core'
import type { HttpServer } from '@nestjs/common'
import { turnOf } from '../turn.js'
import { takerOf } from './request-key.js'
import { readRoutePath } from './route-path.js'

/** A controller's method as Nest wraps it, with guards, interceptors, pipes and filters. */
type RouteHandler = ((request: object, response: unknown, next: unknown) => unknown) & {
  /** The version of the API, if the adapter checks it and not the handler. */
  readonly version?: unknown
}

/** One path, and the handlers of requests that are posted to it. */
interface Endpoint {
  readonly path: string
  readonly takers: Map<string, RouteHandler>
  isRegistered: boolean
}

const endpointsOf = new WeakMap<object, Map<string, Endpoint>>()

/**
 * Makes an HTTP adapter route by the type of Alexa's request, which the path does not show. The routes of `@OnIntent()`
 * and similar decorators are kept here. The path's one route for Alexa calls them.
 */
export function routeByRequest(adapter: HttpServer): void {
  if (endpointsOf.has(adapter)) return
  const endpoints = new Map<string, Endpoint>()
  const plainRoutes = new Set<string>()
  endpointsOf.set(adapter, endpoints)
  const register = adapter.post.bind(adapter) as (...parameters: unknown[]) => unknown

  adapter.post = ((...parameters: unknown[]) => {
    const [path, handler] = parameters
    // Nest registers a route with a path and a handler. Other code may use the adapter's other signatures.
    if (typeof path !== 'string' || !isRouteHandler(handler) || parameters.length > 2) return register(...parameters)
    const route = readRoutePath(path)
    if (route !== undefined) return keep(route, handler)
    const name = nameOf(path, handler)
    const endpoint = endpoints.get(name)
    if (endpoint === undefined) {
      plainRoutes.add(name)
      return register(path, handler)
    }
    if (endpoint.isRegistered) return undefined
    if (plainRoutes.has(name)) throw new ProfileError('setup-invalid', hiddenBy(path))
    endpoint.isRegistered = true
    return register(path, Object.assign(dispatcher(endpoint, handler), handler))
  }) as HttpServer['post']

  function keep({ path, key }: { path: string; key: string }, handler: RouteHandler): void {
    const name = nameOf(path, handler)
    const endpoint = endpoints.get(name) ?? { path, takers: new Map(), isRegistered: false }
    if (endpoint.takers.has(key))
      throw new ProfileError('setup-invalid', `Two handlers at ${path} handle ${key}. Remove one of them.`)
    endpoint.takers.set(key, handler)
    endpoints.set(name, endpoint)
  }
}

/**
 * Checks that Alexa can reach each handler.
 *
 * @throws {ProfileError} `setup-invalid` for handlers whose path Alexa cannot post to
 */
export function assertReachable(adapter: HttpServer | undefined): void {
  const endpoints = adapter && endpointsOf.get(adapter)
  for (const { path, isRegistered } of endpoints?.values() ?? []) {
    if (isRegistered) continue
    throw new ProfileError(
      'setup-invalid',
      `The handlers at ${path} have no endpoint. If setGlobalPrefix() excludes the endpoint, exclude the paths below it, too.`,
    )
  }
}

function hiddenBy(path: string): string {
  return `A @Post() at ${path} would hide the handlers there. Use @OnFallback() instead, which handles all other requests.`
}

function isRouteHandler(value: unknown): value is RouteHandler {
  return typeof value === 'function'
}

function nameOf(path: string, { version }: RouteHandler): string {
  return version === undefined ? path : `${path} ${String(version)}`
}

function dispatcher({ takers }: Endpoint, otherwise: RouteHandler): RouteHandler {
  return (request, response, next) => {
    const turn = turnOf(request)
    const take = (turn && takerOf(turn, takers)) ?? otherwise
    return take(request, response, next)
  }
}
