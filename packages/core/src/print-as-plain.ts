/**
 * Makes instances of a class print as the plain objects that their own string-keyed properties make. The name is part
 * of it: with `showHidden` and `getters`, `util.inspect` calls the getters of every class that is not named like a
 * built-in one, and with them the getter that is there to be read on purpose.
 */
export function printAsPlain(valueClass: { readonly prototype: object }): void {
  Object.defineProperty(valueClass, 'name', { value: 'Object' })
  Object.defineProperty(valueClass.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value: function inspect(this: object) {
      return Object.fromEntries(Object.entries(this))
    },
  })
}
