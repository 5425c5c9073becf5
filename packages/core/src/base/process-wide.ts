/**
 * For integrations: what a process has once, even if it loads several copies of this package (ESM and CommonJS, say). The
 * first copy creates the value; the others find it.
 *
 * @param name ends with the version of the value's shape, such as `connections/1`
 */
export function processWide<Value extends object>(name: string, create: () => Value): Value {
  const key = Symbol.for(`@alexa-profile/${name}`)
  const holder = globalThis as { readonly [key: symbol]: Value | undefined }
  const shared = holder[key]
  if (shared !== undefined) return shared
  const value = create()
  // Not enumerable, so that printing `globalThis` shows none of it.
  Object.defineProperty(globalThis, key, { value })
  return value
}
