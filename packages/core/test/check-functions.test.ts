import { describe, expect, it } from 'vitest'
import { assertFunctions, assertMethods, functionsOf, lambdaTimeLeftMs } from '../src/index.js'

const code = (expected: string, message: string) =>
  expect.objectContaining({ name: 'ProfileError', code: expected, message: expect.stringContaining(message) })

class Base {
  canHandle(): string {
    return `by ${this.constructor.name}`
  }
}

class Handler extends Base {
  readonly name = 'ann'
  handle(): string {
    return this.name
  }
}

describe('functions passed by a skill', () => {
  it('must be functions, and must exist if they are required', () => {
    assertFunctions({ a: () => {}, b: undefined })
    assertFunctions({ a: () => {} }, ['a'])
    expect(() => assertFunctions({ a: undefined }, ['a'])).toThrow(code('setup-invalid', 'a is missing'))
    expect(() => assertFunctions({ a: undefined, b: 1 }, ['c'])).toThrow(code('option-invalid', 'b must be a function'))
    expect(() => assertFunctions({ a: null })).toThrow(code('option-invalid', 'a must be'))
  })

  it('may belong to an object or to its class', () => {
    const handler = new Handler()
    const { canHandle, handle } = functionsOf(handler, ['handle'], ['canHandle'])
    expect([canHandle.call(handler), handle.call(handler)]).toEqual(['by Handler', 'ann'])
    const bare = Object.assign(Object.create(null) as object, { handle: () => 1 })
    expect(functionsOf<{ handle(): number }, 'handle', never>(bare as never, ['handle'], []).handle()).toBe(1)
    expect(functionsOf(bare as never, ['handle' as never], ['declined' as never])).toHaveProperty('declined', undefined)
    expect(functionsOf<{ a?: () => void }, never, 'a'>({}, [], ['a'])).toEqual({ a: undefined })
  })

  it('are not taken from Object.prototype', () => {
    const names = ['toString' as never]
    expect(() => functionsOf({}, names, [])).toThrow(code('setup-invalid', 'toString is missing'))
    expect(() => functionsOf(new Handler(), names, [])).toThrow(code('setup-invalid', 'toString is missing'))
  })

  it('must not be misspelled in an object literal, but a class may have other members', () => {
    const misspelled = { handel: () => {}, handle: () => {} }
    expect(() => functionsOf(misspelled, ['handle'], [])).toThrow(
      code('option-unknown', 'Unknown function "handel". Did you mean "handle"? Known functions: handle.'),
    )
    expect(() => functionsOf(Object.assign(Object.create(null), misspelled), ['handle'], [])).toThrow('"handel"')
    expect(functionsOf(new Handler(), ['handle'], [])).toHaveProperty('handle')
    for (const none of [null, undefined, 'handler']) {
      expect(() => functionsOf(none as never, ['handle' as never], ['declined' as never])).toThrow(
        code('setup-invalid', 'handle, declined'),
      )
    }
  })
})

describe('methods named in options', () => {
  it('may belong to the class or to a class that it extends', () => {
    assertMethods(Handler.prototype, { declined: 'handle', otherwise: 'canHandle', more: undefined })
    expect(() => assertMethods(Handler.prototype, { more: undefined, declined: 'toString' })).toThrow(
      code('setup-invalid', 'declined: Unknown method "toString". Known methods: handle.'),
    )
    expect(() => assertMethods(Handler.prototype, { otherwise: 'handel' })).toThrow('Did you mean "handle"?')
    expect(() => assertMethods(Handler.prototype, { otherwise: 'constructr' })).toThrow(
      code('setup-invalid', 'Unknown method "constructr". Known methods: handle.'),
    )
  })

  it('must be named by a string', () => {
    for (const name of [null, 1, () => {}]) {
      expect(() => assertMethods(Handler.prototype, { declined: name })).toThrow(code('option-invalid', 'declined'))
    }
  })
})

describe("time left in AWS Lambda's context", () => {
  it('is read from getRemainingTimeInMillis', () => {
    class Context {
      readonly left = 1200
      getRemainingTimeInMillis(): number {
        return this.left
      }
    }
    expect(lambdaTimeLeftMs(new Context())).toBe(1200)
  })

  it.each([
    undefined,
    null,
    'context',
    {},
    { getRemainingTimeInMillis: 1200 },
    { getRemainingTimeInMillis: () => '1200' },
    { getRemainingTimeInMillis: () => undefined },
  ])('is undefined in another context: %j', (context) => {
    expect(lambdaTimeLeftMs(context)).toBeUndefined()
  })
})
