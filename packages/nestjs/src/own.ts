/** Returns an object's own property, so that a polluted prototype has no effect. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
