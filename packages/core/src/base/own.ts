/**
 * Returns an object's own property, so that a polluted prototype has no effect. Does not catch the errors of getters
 * and proxies.
 */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

/** Returns a copy without a prototype. Options that a polluted prototype holds were not set by the caller. */
export function withoutPrototype<Options extends object>(options: Options): Options {
  return Object.assign(Object.create(null), options)
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
