/**
 * A property of what came from outside: only the object's own, so that nothing inherited (a polluted prototype) counts.
 * What a getter or proxy throws goes through.
 */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

/** A copy that inherits nothing: what a polluted prototype holds is not an option that the caller set. */
export function withoutPrototype<Options extends object>(options: Options): Options {
  return Object.assign(Object.create(null), options)
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
