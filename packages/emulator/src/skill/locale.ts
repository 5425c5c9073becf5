import { EmulatorError } from '../base/emulator-error.js'

/** Checks a locale. @throws {EmulatorError} `option-invalid` unless it has the form of `en-US` */
export function checkedLocale(what: string, locale: unknown): string {
  if (typeof locale === 'string' && /^[a-z]{2}-[A-Z]{2}$/.test(locale)) return locale
  throw new EmulatorError('option-invalid', `${what} must be a language and a country, such as en-US.`)
}
