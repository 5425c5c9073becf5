import assert from 'node:assert'
import { existsSync, readFileSync } from 'node:fs'
import { format, inspect } from 'node:util'
import fc from 'fast-check'
import { type CountryCode, getCountries, getExampleNumber, type PhoneNumber } from 'libphonenumber-js'
import examples from 'libphonenumber-js/examples.mobile.json'
import maxMetadata from 'libphonenumber-js/metadata.max.json'
import mobileMetadata from 'libphonenumber-js/metadata.mobile.json'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import lodash from 'lodash'
import { describe, expect, it } from 'vitest'
import { isProfileError } from '../src/base/profile-error.js'
import { countryOfLocale, type E164Result, type ToE164Options, toE164 } from '../src/phone.js'

type Read = readonly [countryCode: string | undefined, phoneNumber: string]

function read([countryCode, phoneNumber]: Read, options?: ToE164Options): E164Result {
  return toE164({ ...(countryCode !== undefined && { countryCode }), phoneNumber }, options)
}

/** The part of a result that a test compares: the number, the candidates or the status. */
function outcome(result: E164Result): string | readonly string[] {
  if (result.status === 'valid') return result.e164
  return result.status === 'ambiguous' ? result.candidates : result.status
}

describe("toE164 reads every form in Amazon's guide", () => {
  const phoneNumbers = ['+917799827710', '7799827710', '+91 7799 82 77 11', '+91 7799-82-77-11', '+91-7799-827711']
  const countryCodes = ['+91', '0091', '91', ' +91 ', '+91 ', '00 91', '(+91)']
  it.each(phoneNumbers.flatMap((number) => countryCodes.map((code) => [code, number] as const)))(
    'reads the countryCode %j with the number %j',
    (...pair) => {
      const digits = pair[1].replace(/[ -]/g, '')
      const e164 = digits.startsWith('+') ? digits : `+91${digits}`
      expect(read(pair)).toMatchObject({ status: 'valid', e164, country: 'IN' })
    },
  )

  it.each(['+1', '001', '1'])('reads countryCode %j', (countryCode) => {
    expect(read([countryCode, '206 555-0100'])).toMatchObject({ status: 'valid', e164: '+12065550100', country: 'US' })
  })
})

describe('toE164 reads a number as it was written', () => {
  it.each<[why: string, pair: Read, e164: string]>([
    ['a plus without countryCode', [undefined, '+917799827710'], '+917799827710'],
    ['a plus with an empty countryCode', ['', '+917799827710'], '+917799827710'],
    ['a plus with a countryCode that does not exist', ['+999', '+917799827710'], '+917799827710'],
    ['a plus with a countryCode that is not a number', ['India', '+917799827710'], '+917799827710'],
    ['a plus that contradicts the countryCode', ['1', '+44 7911 123456'], '+447911123456'],
    ['the countryCode repeated without plus', ['91', '917799827710'], '+917799827710'],
    ['the countryCode repeated in the NANP, where 1 is also a trunk prefix', ['1', '1 206 555 0100'], '+12065550100'],
    ['the countryCode repeated before a trunk prefix', ['44', '44 07911 123456'], '+447911123456'],
    ['a trunk prefix', ['+49', '0171 1234567'], '+491711234567'],
    ['a trunk prefix in brackets', ['44', '+44 (0)7911 123456'], '+447911123456'],
    ['an Indian trunk prefix', ['91', '07799827710'], '+917799827710'],
    ['a Hungarian trunk prefix, which has two digits', ['36', '06 20 123 4567'], '+36201234567'],
    ['a Russian trunk prefix, which is 8', ['7', '8 (912) 345-67-89'], '+79123456789'],
    ['a Russian number, as Russia and Kazakhstan share +7', ['7', '8 771 000 9998'], '+77710009998'],
    ['a Kazakh number, which starts with 7 after the shared +7', ['7', '771 000 9998'], '+77710009998'],
    ['an Italian zero, which is not a trunk prefix', ['39', '06 6988 3462'], '+390669883462'],
    ['an Italian zero in the international form', ['39', '+39 06 6988 3462'], '+390669883462'],
    ['an area code that looks like an exit code', ['39', '011 555 1234'], '+390115551234'],
    ['a number of San Marino', ['378', '0549 886377'], '+3780549886377'],
    ['a Brazilian number', ['55', '(11) 96123-4567'], '+5511961234567'],
    ['a Brazilian trunk prefix', ['55', '0 11 96123-4567'], '+5511961234567'],
    ['a Brazilian carrier code', ['55', '0 15 11 96123-4567'], '+5511961234567'],
    ['an Argentinian mobile number as dialled there', ['54', '011 15 2345-6789'], '+5491123456789'],
    ['an Argentinian mobile number as dialled from abroad', ['54', '9 11 2345-6789'], '+5491123456789'],
    ['an Argentinian landline', ['54', '011 2345-6789'], '+541123456789'],
    ['a Mexican number', ['52', '222 123 4567'], '+522221234567'],
    ['00 from anywhere', ['1', '00 44 7911 123456'], '+447911123456'],
    ['00 and the country code of the same country', ['91', '0091 77998 27710'], '+917799827710'],
    ['011 from the United States', ['1', '011 44 7911 123456'], '+447911123456'],
    ['810 from Russia', ['7', '8 10 44 7911 123456'], '+447911123456'],
    ['0011 from Australia', ['61', '0011 44 7911 123456'], '+447911123456'],
    ['010 from Japan', ['81', '010 44 7911 123456'], '+447911123456'],
    ['full-width digits and plus', ['＋８１', '０９０−１２３４−５６７８'], '+819012345678'],
    ['the international form in full-width digits', [undefined, '＋８１ ９０ １２３４ ５６７８'], '+819012345678'],
    ['Arabic-Indic digits', ['٩٦٦', '٠٥١ ٢٣٤ ٥٦٧٨'], '+966512345678'],
    ['Persian digits', ['۹۸', '۰۹۱۲۳۴۵۶۷۸۹'], '+989123456789'],
    ['dots and brackets', ['1', '(206).555.0100'], '+12065550100'],
    ['invisible marks of a copied number', [undefined, '\u202a+91\u00a077998\u201127710\u202c'], '+917799827710'],
    ['surrounding white space', [' 91', '\t 7799827710\n'], '+917799827710'],
  ])('reads %s', (_, pair, e164) => {
    expect(outcome(read(pair))).toBe(e164)
  })

  it.each([
    ['+1 206 555 0100', 'US'],
    ['+1 604 555 0100', 'CA'],
    ['+1 876 210 1234', 'JM'],
    ['+1 787 234 5678', 'PR'],
    ['+44 7400 123456', 'GB'],
    ['+44 7797 712345', 'JE'],
    ['+7 912 345 67 89', 'RU'],
    ['+7 771 000 9998', 'KZ'],
  ])('distinguishes countries that share a code: %s', (phoneNumber, country) => {
    expect(read(['', phoneNumber])).toMatchObject({ status: 'valid', country })
  })

  it('returns no country for a number without one', () => {
    const result = read([undefined, '+800 1234 5678'])
    expect(result).toMatchObject({ status: 'valid', e164: '+80012345678' })
    expect(result).not.toHaveProperty('country')
  })
})

describe('toE164 is ambiguous instead of guessing', () => {
  it.each<[why: string, pair: Read, candidates: readonly string[]]>([
    ['a national number without a known country', [undefined, '7799827710'], []],
    ['a countryCode that does not exist', ['999', '7799827710'], []],
    ['a countryCode that is not a number', ['IN', '7799827710'], []],
    [
      'an international number without plus that may be a national number elsewhere',
      [undefined, '917799827710'],
      ['+917799827710'],
    ],
    ['00 with a different continuation in several countries', [undefined, '00917799827710'], ['+917799827710']],
    ['an exit code of 3 digits, or 00 followed by a 1', ['852', '001 65 9823 4567'], ['+16598234567', '+6598234567']],
    ['a plus that contradicts the countryCode or is a typo', ['1', '+65 9823 4567'], ['+6598234567', '+16598234567']],
    ['an Indian number that starts with 91', ['91', '9112445631'], ['+919112445631', '+9112445631']],
    ['a Brazilian area code that is 55', ['55', '55998023990'], ['+5555998023990', '+55998023990']],
    ['a German area code that is 49', ['49', '4921 123456'], ['+494921123456', '+4921123456']],
    ['a German number, as many lengths are valid', ['49', '49 0171 1234567'], ['+494901711234567', '+491711234567']],
    ['a first digit that may be a trunk prefix', ['375', '8135020722'], ['+3758135020722', '+375135020722']],
  ])('is ambiguous for %s', (_, pair, candidates) => {
    expect(read(pair).status).toBe('ambiguous')
    expect(outcome(read(pair))).toEqual(candidates)
  })
})

describe('toE164 is invalid', () => {
  it.each<[why: string, pair: Read]>([
    ['an area code that starts with 1', ['1', '1234567890']],
    ['a local number', ['1', '555-0100']],
    ['too long', ['91', '77998277100']],
    ['too long, with plus', [undefined, '+9177998277100']],
    ['the countryCode of another country without plus', ['1', '447911123456']],
    ['a Mexican prefix from before 2019', ['52', '044 222 123 4567']],
    ['the Mexican 1 from before 2019', ['52', '+52 1 222 123 4567']],
    ['the countryCode twice', ['91', '+91 91 7799827710']],
    ['a plus before a national number', ['44', '+07911 123456']],
    ['a plus before a country code that does not exist', ['91', '+999 7799827710']],
    ['an extension', ['1', '206 555 0100 ext. 5']],
    ['a short extension', ['1', '206 555 0100x5']],
    ['an extension after a number sign', ['1', '+1 206 555 0100 #5']],
    ['an extension in a URI', ['1', '+12065550100;ext=5']],
    ['a URI', ['1', 'tel:+12065550100']],
    ['a pause', ['1', '+12065550100,,5']],
    ['vanity letters', ['1', '1-800-FLOWERS']],
    ['vanity letters that leave a valid number', ['1', '206 555 0100 HOME']],
    ['text before the number', ['91', 'mobile: +917799827710']],
    ['text after the number', ['91', '+917799827710 (home)']],
    ['two numbers', ['91', '+917799827710 / +917799827711']],
    ['two numbers, of which only the first has an area code', ['1', '206 555-0100/0101']],
    ['an extra slash', ['49', '0151/2345/6789']],
    ['text that may be two numbers', ['49', '030 123456/57']],
    ['two lines', ['49', '030 123\n45678']],
    ['a plus inside', ['91', '77998+27710']],
    ['two pluses', ['91', '++917799827710']],
    ['a circled digit', ['91', '779982771⓪']],
    ['a lone plus', ['91', '+']],
    ['a hyphen', ['91', '-']],
    ['empty', ['91', '']],
    ['empty, both', ['', '']],
    ['white space', [undefined, '  ']],
    ['zeros', ['91', '0000000000']],
    ['zeros that belong to no country', [undefined, '00000000000000000000']],
    ['one digit that belongs to no country', [undefined, '1']],
    ['a number longer than E.164 allows', ['62', '0012345678901234']],
    ['very long', [undefined, '9'.repeat(10_000_000)]],
    ['very long white space', ['91', ' '.repeat(10_000_000)]],
    ['a valid number after too much white space', ['91', `${' '.repeat(60)}7799827710`]],
  ])('is invalid for %s', (_, pair) => {
    expect(outcome(read(pair))).toBe('invalid')
  })

  it('rejects values of wrong types', () => {
    const wrong = [undefined, null, 0, '7799827710', [], {}, { phoneNumber: null }, { phoneNumber: 917799827710 }]
    for (const value of wrong) expect(toE164(value as never)).toEqual({ status: 'invalid' })
  })
})

it('treats a countryCode of the wrong type as unknown', () => {
  expect(outcome(toE164({ countryCode: null, phoneNumber: '+917799827710' } as never))).toBe('+917799827710')
  expect(toE164({ countryCode: 91, phoneNumber: '7799827710' } as never).status).toBe('ambiguous')
})

describe('defaultCountry', () => {
  it.each<[why: string, pair: Read, defaultCountry: string, expected: string]>([
    ['reads a national number', [undefined, '7799827710'], 'IN', '+917799827710'],
    ['reads a national number with a trunk prefix', [undefined, '0171 1234567'], 'DE', '+491711234567'],
    ['reads a national number that repeats the country code', [undefined, '917799827710'], 'IN', '+917799827710'],
    ['reads 00', [undefined, '0044 7911 123456'], 'IN', '+447911123456'],
    ['reads 011', [undefined, '011 44 7911 123456'], 'US', '+447911123456'],
    ['is used if countryCode is empty', ['', '7799827710'], 'IN', '+917799827710'],
    ['does not change a number with a plus', [undefined, '+44 7911 123456'], 'IN', '+447911123456'],
    ['does not make a number ambiguous whose plus might be a typo', [undefined, '+65 9823 4567'], 'US', '+6598234567'],
    ['does not replace the countryCode', ['91', '7799827710'], 'US', '+917799827710'],
    ['does not make a number valid that does not fit', [undefined, '447911123456'], 'US', 'invalid'],
    ['does not complete a local number', [undefined, '464 1234'], 'AG', 'invalid'],
  ])('%s', (_, pair, defaultCountry, expected) => {
    expect(outcome(read(pair, { defaultCountry }))).toBe(expected)
  })

  it('does not replace an unknown countryCode', () => {
    expect(outcome(read(['999', '7799827710'], { defaultCountry: 'IN' }))).toEqual([])
  })

  it('may be undefined, as countryOfLocale returns it for an unknown locale', () => {
    expect(outcome(read([undefined, '7799827710'], { defaultCountry: countryOfLocale(undefined) }))).toEqual([])
    expect(outcome(read([undefined, '7799827710'], { defaultCountry: countryOfLocale('en-IN') }))).toBe('+917799827710')
  })

  it.each(['in', 'XX', '', 'toString', '91'])('rejects %j', (defaultCountry) => {
    const call = () => read(['91', '+917799827710'], { defaultCountry })
    expect(call).toThrow(expect.toSatisfy((error) => isProfileError(error, 'option-invalid')))
  })
})

it.each([
  ['en-IN', 'IN'],
  ['es-US', 'US'],
  ['pt-BR', 'BR'],
  ['en', undefined],
  ['', undefined],
  [undefined, undefined],
  ['en-IN-x', undefined],
  ['es-419', undefined],
])('countryOfLocale(%j) returns %j', (locale, country) => {
  expect(countryOfLocale(locale)).toBe(country)
})

describe('metadata', () => {
  it('for mobile numbers only makes fewer numbers ambiguous', () => {
    const options = { metadata: mobileMetadata }
    expect(outcome(read(['91', '9112445631'], options))).toBe('+919112445631')
    expect(outcome(read(['55', '55998023990'], options))).toBe('+5555998023990')
    expect(outcome(read(['49', '4921 123456'], options))).toBe('invalid')
  })

  it('for all number types contains more than lengths', () => {
    expect(outcome(read(['+44', '7911 123456'], { metadata: maxMetadata }))).toBe('+447911123456')
    expect(outcome(read(['+91', '9112445631'], { metadata: maxMetadata }))).toBe('+919112445631')
  })

  it.each([{}, { countries: {} }, 'min', { default: maxMetadata }])('rejects %j', (metadata) => {
    const call = () => read(['91', '7799827710'], { metadata: metadata as never })
    expect(call).toThrow(expect.toSatisfy((error) => isProfileError(error, 'option-invalid')))
  })

  it('is an option, and a misspelled option is rejected', () => {
    const call = () => read(['91', '7799827710'], { metaData: maxMetadata } as never)
    expect(call).toThrow(expect.toSatisfy((error) => isProfileError(error, 'option-unknown')))
  })
})

describe('example numbers of each country in every written form', () => {
  const forms: Record<string, (number: PhoneNumber) => string> = {
    plus: (number) => number.number,
    national: (number) => number.nationalNumber,
    trunk: (number) => number.formatNational(),
    repeated: (number) => number.number.slice(1),
    zeros: (number) => `00${number.number.slice(1)}`,
  }
  const countryCodeForms: Record<string, (code: string) => string | undefined> = {
    absent: () => undefined,
    plus: (code) => `+${code}`,
    zeros: (code) => `00${code}`,
    bare: (code) => code,
    spaced: (code) => ` + ${code} `,
  }
  const countries = getCountries().filter((country) => getExampleNumber(country, examples) !== undefined)

  const realNumber = fc
    .tuple(fc.constantFrom(...countries), fc.stringMatching(/^\d{4}$/))
    .map(([country, subscriber]) => exampleEndingWith(country, subscriber))
    .filter((number) => number !== undefined)

  /** Puts random separators between the digits, as many as in real numbers. */
  const separators = fc.array(fc.constantFrom('', '', '', ' ', '-', ' - ', '.', '\u00a0'), {
    minLength: 24,
    maxLength: 24,
  })
  const separated = (text: string, between: readonly string[]) =>
    [...text].map((character, index) => (/\d/.test(character) ? character + between[index % 24] : character)).join('')

  it('cover well over 30 countries', () => {
    expect(countries.length).toBeGreaterThan(200)
  })

  it('resolve to their number, or are ambiguous with their number as a candidate', () => {
    const form = fc.constantFrom(...Object.values(forms))
    const codeForm = fc.constantFrom(...Object.values(countryCodeForms))
    fc.assert(
      fc.property(realNumber, form, codeForm, separators, (number, write, writeCode, between) => {
        const countryCode = writeCode(number.countryCallingCode)
        const result = read([countryCode, separated(write(number), between)])
        if (result.status === 'valid') expect(result.e164).toBe(number.number)
        else if (countryCode === undefined) expect(result.status).toBe('ambiguous')
        else expect(outcome(result)).toContain(number.number)
      }),
      { numRuns: 5000 },
    )
  })

  it('always resolve in the plain forms', () => {
    const plain = fc.constantFrom(forms.plus, forms.national, forms.trunk)
    const codeForm = fc.constantFrom(...Object.values(countryCodeForms))
    fc.assert(
      fc.property(realNumber, plain, codeForm, separators, (number, write = String, writeCode, between) => {
        const countryCode = writeCode(number.countryCallingCode)
        fc.pre(countryCode !== undefined || write === forms.plus)
        expect(outcome(read([countryCode, separated(write(number), between)]))).toBe(number.number)
      }),
      { numRuns: 5000 },
    )
  })

  it('resolve in the same way with defaultCountry and with countryCode', () => {
    fc.assert(
      fc.property(realNumber, fc.constantFrom(...Object.values(forms)), (number, write) => {
        const options = { defaultCountry: number.country }
        const withHint = outcome(read([undefined, write(number)], options))
        if (write !== forms.plus) expect(withHint).toEqual(outcome(read([number.countryCallingCode, write(number)])))
      }),
    )
  })

  it('keep their plus with any countryCode, unless they could be national numbers there', () => {
    fc.assert(
      fc.property(realNumber, realNumber, (number, other) => {
        const result = read([other.countryCallingCode, number.number])
        if (result.status === 'valid') expect(result.e164).toBe(number.number)
        else expect(outcome(result)).toContain(number.number)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['plus', 1],
    ['national', 1],
    ['trunk', 1],
    ['repeated', 0.98],
    ['zeros', 0.98],
  ])('resolve in the form %j with a countryCode in at least a share of %d', (name, share) => {
    const resolved = countries.filter((country) => {
      const number = getExampleNumber(country, examples)
      return number && outcome(read([number.countryCallingCode, forms[name]?.(number) ?? ''])) === number.number
    })
    expect(resolved.length / countries.length).toBeGreaterThanOrEqual(share)
  })
})

/** Replaces the last digits of a country's example number, if the result is a number of the country's plan. */
function exampleEndingWith(country: CountryCode, subscriber: string): PhoneNumber | undefined {
  const example = getExampleNumber(country, examples)?.number ?? ''
  const number = parsePhoneNumberFromString(example.slice(0, -subscriber.length) + subscriber)
  return number?.isValid() ? number : undefined
}

describe('toE164 with arbitrary input', () => {
  const phoneLike = fc.string({ unit: fc.constantFrom(...'0123456789+- ()'), maxLength: 24 })
  const garbage = fc.oneof(
    fc.anything(),
    fc.record({ countryCode: fc.anything(), phoneNumber: fc.anything() }),
    fc.record({ phoneNumber: fc.string({ unit: 'binary' }) }),
    fc.record({ countryCode: phoneLike, phoneNumber: phoneLike }),
    fc.record({ countryCode: fc.stringMatching(/^(\+|00)?\d{1,3}$/), phoneNumber: fc.stringMatching(/^\+?\d{3,16}$/) }),
  )

  it('never throws and always returns a documented result', () => {
    fc.assert(
      fc.property(garbage, (value) => {
        const result = toE164(value as never)
        expect(['valid', 'ambiguous', 'invalid']).toContain(result.status)
        if (result.status === 'valid') expect(result.e164).toMatch(/^\+[1-9]\d{3,14}$/)
        if (result.status === 'ambiguous') {
          expect(result.candidates).toHaveLength(new Set(result.candidates).size)
          for (const candidate of result.candidates) expect(candidate).toMatch(/^\+[1-9]\d{3,14}$/)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('does not change its input', () => {
    const given = Object.freeze({ countryCode: '91', phoneNumber: '7799827710' })
    expect(toE164(given, Object.freeze({ defaultCountry: 'US' })).status).toBe('valid')
  })
})

describe('toE164 results', () => {
  const valid = read(['91', '7799827710'])
  const ambiguous = read(['91', '9112445631'])
  const shown: Record<string, (value: unknown) => string> = {
    inspect,
    'inspect with all options': (value) => inspect(value, { showHidden: true, getters: true, depth: null }),
    'inspect without custom functions': (value) =>
      inspect(value, { customInspect: false, showHidden: true, getters: true }),
    format: (value) => format('%s %o %j', value, value, value),
    JSON: (value) => JSON.stringify({ value }),
    'a template string': (value) => `${value}`,
    spread: (value) => inspect({ ...(value as object) }),
    structuredClone: (value) => inspect(structuredClone(value)),
    'a deep copy': (value) => inspect(lodash.cloneDeep(value), { showHidden: true }),
    'a merge': (value) => JSON.stringify(lodash.merge({}, { value })),
  }
  it.each(Object.entries(shown))('hide the number in %s', (_, show) => {
    for (const value of [valid, ambiguous, [valid], { ambiguous }]) {
      expect(show(value)).not.toMatch(/7799827710|9112445631|12445631/)
    }
  })

  it('show status and country', () => {
    expect(JSON.stringify([valid, ambiguous])).toBe('[{"status":"valid","country":"IN"},{"status":"ambiguous"}]')
    expect(inspect(valid)).toBe("{ status: 'valid', country: 'IN' }")
  })

  it('throw if the number is read from a copy', () => {
    const copies = [lodash.cloneDeep(valid), lodash.cloneDeep(ambiguous), Object.create(valid)]
    for (const copy of copies) {
      const readCopy = () => outcome(copy)
      expect(readCopy).toThrow(expect.toSatisfy((error) => isProfileError(error, 'copy-without-values')))
    }
  })

  it('differ in comparisons if their numbers differ', () => {
    expect(valid).toEqual(read(['+91', '77998-27710']))
    expect(valid).not.toEqual(read(['91', '7799827711']))
    expect(ambiguous).not.toEqual(read(['91', '9112445632']))
    assert.notDeepStrictEqual(valid, read(['91', '7799827711']))
  })
})

describe('main entry point', () => {
  const dist = new URL('../dist/', import.meta.url)
  const files = ['index.js', 'index.mjs', 'testing.js', 'testing.mjs']
  // Built by `pnpm build`; without a build there is nothing to check.
  it.skipIf(!existsSync(new URL('index.js', dist))).each(files)(
    'is a single file without libphonenumber-js: %s',
    (entry) => {
      const code = readFileSync(new URL(entry, dist), 'utf8')
      expect(code).not.toContain('libphonenumber')
      expect(code).not.toMatch(/(?:require\(|from |import )["']\./)
    },
  )
})
