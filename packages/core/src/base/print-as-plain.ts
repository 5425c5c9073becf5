interface PrintableClass {
  readonly prototype: { toJSON(): object }
}

/**
 * Makes instances of a class print like plain objects, as their `toJSON` returns them. This includes the class's name:
 * with `showHidden` and `getters`, `util.inspect` calls the getters of every class without a built-in's name, and with
 * them the getter of the hidden value.
 */
export function printAsPlain(valueClass: PrintableClass): void {
  Object.defineProperty(valueClass, 'name', { value: 'Object' })
  Object.defineProperty(valueClass.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value: function inspect(this: PrintableClass['prototype']) {
      return this.toJSON()
    },
  })
}
