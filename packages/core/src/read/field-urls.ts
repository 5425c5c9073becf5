import { fieldPaths, type ProfileField, type ProfileLevel } from '../fields/fields.js'
import { allowedEndpoint } from '../http/endpoint.js'

type UrlsByField = Readonly<Record<ProfileField, URL>>

/** Far more than there are endpoints, and little enough for whoever varies the spelling. */
const most = 16

/** Where fields are read, by the endpoint that a request names. Checked and parsed once, not for each field of a turn. */
export class ProfileUrls {
  readonly #allowed: ReadonlySet<string>
  readonly #known = new Map<string, Readonly<Record<ProfileLevel, UrlsByField>>>()

  constructor(allowed: ReadonlySet<string>) {
    this.#allowed = allowed
  }

  /** @throws {ProfileError} `endpoint-not-allowed` */
  at(apiEndpoint: string): Readonly<Record<ProfileLevel, UrlsByField>> {
    const known = this.#known.get(apiEndpoint)
    if (known !== undefined) return known
    const endpoint = allowedEndpoint(apiEndpoint, this.#allowed)
    const urls = { customer: urlsOf('customer', endpoint), speaker: urlsOf('speaker', endpoint) }
    if (this.#known.size >= most) this.#known.clear()
    this.#known.set(apiEndpoint, urls)
    return urls
  }
}

/** Of the fields that the level has; whoever reads another one was refused before. */
function urlsOf(level: ProfileLevel, endpoint: URL): UrlsByField {
  const urls = Object.entries(fieldPaths[level]).map(([field, path]) => [field, new URL(path, endpoint)])
  return Object.fromEntries(urls)
}
