import { assertAllowed } from './endpoint.js'

/** A URL that may be sent to, taken apart once. */
export interface Target {
  readonly href: string
  readonly protocol: string
  /** Without the brackets that a URL puts around an IPv6 address. */
  readonly host: string
  readonly port: number
  readonly path: string
}

/**
 * The gate that every request passes, whoever made its URL. It knows URLs again, as long as nobody has changed them:
 * those of the fields are the same in every turn.
 */
export class Gate {
  readonly #allowed: ReadonlySet<string>
  readonly #passed = new WeakMap<URL, Target>()

  constructor(allowed: ReadonlySet<string>) {
    this.#allowed = allowed
  }

  /** @throws {ProfileError} `endpoint-not-allowed` */
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
