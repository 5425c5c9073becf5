/**
 * For integrations: returns a value that exists once per process, even if the process loads several copies of this
 * package (such as ESM and CommonJS). The first copy creates it.
 *
 * @param name ends with the version of the value's shape, such as `connections/1`
 */
export function processWide<Value extends object>(name: string, create: () => Value): Value {
  const key = Symbol.for(`@alexa-profile/${name}`)
  const holder = globalThis as { readonly [key: symbol]: Value | undefined }
  const shared = holder[key]
  if (shared !== undefined) return shared
  const value = create()
  // Not enumerable, so that it is not printed with `globalThis`.
  Object.defineProperty(globalThis, key, { value })
  return value
}
