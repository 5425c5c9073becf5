import { ProfileError } from '../base/profile-error.js'
import type { FieldLevel } from '../fields/field.js'
import { fields, type ProfileField } from '../fields/fields.js'
import { allowedEndpoint } from '../http/endpoint.js'

/** Far more than there are endpoints, but few enough that many spellings cannot fill the memory. */
const most = 16

/** The URLs of the fields at one endpoint. */
export interface EndpointUrls {
  /**
   * Returns the URL of a field.
   *
   * @throws {ProfileError} `envelope-invalid` for a device id that cannot be part of a URL
   */
  of(field: ProfileField, level: FieldLevel, deviceId: unknown): URL
}

/** The URLs of the fields, by endpoint. Checks and parses an endpoint once, not for each field of a turn. */
export class FieldUrls {
  readonly #allowed: ReadonlySet<string>
  readonly #known = new Map<string, EndpointUrls>()

  constructor(allowed: ReadonlySet<string>) {
    this.#allowed = allowed
  }

  /** Returns the URLs of the fields at an endpoint. @throws {ProfileError} `endpoint-not-allowed` */
  at(apiEndpoint: string): EndpointUrls {
    const known = this.#known.get(apiEndpoint)
    if (known !== undefined) return known
    const urls = urlsBelow(allowedEndpoint(apiEndpoint, this.#allowed))
    if (this.#known.size >= most) this.#known.clear()
    this.#known.set(apiEndpoint, urls)
    return urls
  }
}

function urlsBelow(endpoint: URL): EndpointUrls {
  const known = new Map<string, URL>()
  return {
    of(field, level, deviceId) {
      const path = pathOf(field, level)
      if (level === 'device') return new URL(path.replace('{deviceId}', segmentOf(deviceId)), endpoint)
      // The same URL object in every turn, so that the transport recognizes it.
      const url = known.get(path) ?? new URL(path, endpoint)
      known.set(path, url)
      return url
    },
  }
}

function pathOf(field: ProfileField, level: FieldLevel): string {
  const paths: { readonly [L in FieldLevel]?: string } = fields[field].path
  const path = paths[level]
  if (path === undefined) throw new TypeError(`${field} has no path at the level ${level}.`)
  return path
}

/** Encodes an id as one segment of a path. An empty id, `.` and `..` would change the path around them. */
function segmentOf(deviceId: unknown): string {
  try {
    if (typeof deviceId === 'string' && !['', '.', '..'].includes(deviceId)) return encodeURIComponent(deviceId)
  } catch {
    // Half of a surrogate pair, which a URL cannot hold.
  }
  throw new ProfileError(
    'envelope-invalid',
    'context.System.device.deviceId is not a device id. Pass the request unchanged.',
  )
}
