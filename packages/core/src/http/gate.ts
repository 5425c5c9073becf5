import { assertAllowed } from './endpoint.js'

/** A URL that requests may be sent to, parsed once. */
export interface Target {
  readonly href: string
  readonly protocol: string
  /** The host, without the brackets of an IPv6 address in a URL. */
  readonly host: string
  readonly port: number
  readonly path: string
}

/**
 * Checks the URL of every request. Recognizes URL objects that have not changed since their last check, because the
 * URLs of the fields are the same in every turn.
 */
export class Gate {
  readonly #allowed: ReadonlySet<string>
  readonly #passed = new WeakMap<URL, Target>()

  constructor(allowed: ReadonlySet<string>) {
    this.#allowed = allowed
  }

  /** Returns the parsed URL if it may receive a token. @throws {ProfileError} `endpoint-not-allowed` */
  pass(url: URL): Target {
    const known = this.#passed.get(url)
    if (known !== undefined && known.href === url.href) return known
    assertAllowed(url, this.#allowed)
    const { href, protocol, hostname, port, pathname, search } = url
    const target = {
      href,
      protocol,
      host: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
      port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
      path: pathname + search,
    }
    this.#passed.set(url, target)
    return target
  }
}
