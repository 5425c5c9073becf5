import { ProfileError } from '../base/profile-error.js'
import type { FieldLevel } from '../fields/field.js'
import { fields, type ProfileField } from '../fields/fields.js'
import { allowedEndpoint } from '../http/endpoint.js'

/** Far more than there are endpoints, and few enough that varied spellings cannot fill the memory. */
const most = 16

/** The URLs of the fields below one endpoint. */
export interface EndpointUrls {
  /** @throws {ProfileError} `envelope-invalid` for a device id that no URL can hold */
  of(field: ProfileField, level: FieldLevel, deviceId: unknown): URL
}

/** Where fields are read, by the endpoint that a request names. Checked and parsed once, not for each field of a turn. */
export class FieldUrls {
  readonly #allowed: ReadonlySet<string>
  readonly #known = new Map<string, EndpointUrls>()

  constructor(allowed: ReadonlySet<string>) {
    this.#allowed = allowed
  }

  /** @throws {ProfileError} `endpoint-not-allowed` */
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
      // The same URL object in every turn: the transport knows it again.
      const url = known.get(path) ?? new URL(path, endpoint)
      known.set(path, url)
      return url
    },
  }
}

function pathOf(field: ProfileField, level: FieldLevel): string {
  const paths: { readonly [L in FieldLevel]?: string } = fields[field].path
  const path = paths[level]
  if (path === undefined) throw new TypeError(`There is no path of ${field} at the level ${level}.`)
  return path
}

/** An id as one segment of a path. An empty one and `.` and `..` would change the path around them. */
function segmentOf(deviceId: unknown): string {
  try {
    if (typeof deviceId === 'string' && !['', '.', '..'].includes(deviceId)) return encodeURIComponent(deviceId)
  } catch {
    // Half of a surrogate pair, which no URL can hold.
  }
  throw new ProfileError(
    'envelope-invalid',
    'context.System.device.deviceId is not an id. Pass the request to the skill unchanged.',
  )
}
