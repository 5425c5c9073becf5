/**
 * A property of a value that came from outside. Inherited properties (a polluted prototype) do not count.
 * What a getter or proxy throws goes through.
 */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

/** A copy in which nothing is inherited: what a polluted prototype holds is no option that anybody set. */
export function withoutPrototype<Options extends object>(options: Options): Options {
  return Object.assign(Object.create(null), options)
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
