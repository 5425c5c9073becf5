/**
 * A property of what came from outside: of the object itself, so that nothing inherited (a polluted prototype) counts.
 * What a getter or proxy throws goes through.
 */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
