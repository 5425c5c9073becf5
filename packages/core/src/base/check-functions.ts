import { unknownName } from './nearest.js'
import { isObject } from './own.js'
import { ProfileError } from './profile-error.js'

/**
 * For integrations: finds mistakes in functions when a skill passes them.
 *
 * @param needed the names of the required functions
 * @throws {ProfileError} `setup-invalid` for a missing function, `option-invalid` for any other value
 */
export function assertFunctions(functions: Readonly<Record<string, unknown>>, needed: readonly string[] = []): void {
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value === 'function' || (value === undefined && !needed.includes(name))) continue
    if (value === undefined) throw new ProfileError('setup-invalid', `${name} is missing. Pass a function.`)
    throw new ProfileError('option-invalid', `${name} must be a function.`)
  }
}

/**
 * For integrations: returns the functions of an object or of its class, checked as in `assertFunctions`. Ignores what
 * every object inherits. An object literal may have no other members.
 *
 * @throws {ProfileError} `setup-invalid`, `option-invalid`, `option-unknown` for another member
 */
export function functionsOf<Handler extends object, Needed extends keyof Handler, Optional extends keyof Handler>(
  handler: Handler,
  needed: readonly (Needed & string)[],
  optional: readonly (Optional & string)[],
): Pick<Handler, Needed | Optional> {
  const names: readonly string[] = [...needed, ...optional]
  if (!isObject(handler)) throw new ProfileError('setup-invalid', `Pass an object with ${names.join(', ')}.`)
  const isLiteral = [Object.prototype, null].includes(Object.getPrototypeOf(handler))
  const unknown = isLiteral ? Object.keys(handler).find((name) => !names.includes(name)) : undefined
  if (unknown !== undefined) throw new ProfileError('option-unknown', unknownName('function', unknown, names))
  const functions = Object.fromEntries(names.map((name) => [name, memberOf(handler, name)]))
  assertFunctions(functions, needed)
  return functions as Pick<Handler, Needed | Optional>
}

/**
 * For integrations: finds mistakes in options that name methods of a class, when the class is defined.
 *
 * @param owner the prototype of the class
 * @throws {ProfileError} `setup-invalid` if the class has no such method, `option-invalid` unless the name is a string
 */
export function assertMethods(owner: object, names: Readonly<Record<string, unknown>>): void {
  for (const [option, name] of Object.entries(names)) {
    if (name === undefined) continue
    if (typeof name !== 'string') {
      throw new ProfileError('option-invalid', `${option} must be the name of a method of the same class, as a string.`)
    }
    if (typeof memberOf(owner, name) === 'function') continue
    throw new ProfileError('setup-invalid', `${option}: ${unknownName('method', name, methodsOf(owner))}`)
  }
}

/** A member of an object or of its class. */
function memberOf(value: object, name: string): unknown {
  for (let owner: object | null = value; owner !== null && owner !== Object.prototype; ) {
    if (Object.hasOwn(owner, name)) return Reflect.get(owner, name, value)
    owner = Object.getPrototypeOf(owner)
  }
  return undefined
}

function methodsOf(owner: object): string[] {
  return Object.getOwnPropertyNames(owner).filter((name) => name !== 'constructor')
}
