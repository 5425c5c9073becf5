interface PrintableClass {
  readonly prototype: { toJSON(): object }
}

/**
 * Makes instances of a class print as the plain objects that `toJSON` makes of them. The name is part of it: with
 * `showHidden` and `getters`, `util.inspect` calls the getters of every class that is not named like a built-in one,
 * and with them the getter that is there to be read on purpose.
 */
export function printAsPlain(valueClass: PrintableClass): void {
  Object.defineProperty(valueClass, 'name', { value: 'Object' })
  Object.defineProperty(valueClass.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value: function inspect(this: PrintableClass['prototype']) {
      return this.toJSON()
    },
  })
}
