import { describe, expect, it } from 'vitest'
import { type PromptOptions, type PromptWords, prompts, respondTo } from '../src/index.js'
import { tryLater } from '../src/testing.js'

describe('choice of words', () => {
  const emailInstead = (locale: string, options?: PromptOptions) => prompts(locale, options).goOnWithout(['email'])

  it.each([
    ['de-AT', 'Ich mache ohne deine E-Mail-Adresse weiter.'],
    ['es-AR', 'Continuaré sin tu correo electrónico.'],
    ['fr-BE', 'Je continue sans votre adresse e-mail.'],
    ['pt-PT', 'Vou continuar sem seu e-mail.'],
    ['ja', 'メールアドレスなしで続けます。'],
    ['sv-SE', "I'll continue without your email address."],
    ['', "I'll continue without your email address."],
  ])('falls back from %s to the language, then to English', (locale, sentence) => {
    expect(emailInstead(locale)).toBe(sentence)
  })

  it('rejects a locale that is not a string', () => {
    expect(() => prompts(undefined as never)).toThrow(expect.objectContaining({ code: 'option-invalid' }))
    expect(() => respondTo(tryLater(['email']), { locale: ['en-US'] as never })).toThrow(/locale must be a string/)
  })

  it('uses the locale of the request in respondTo', () => {
    expect(respondTo(tryLater(['email']), { locale: 'it-IT' }).outputSpeech?.ssml).toMatch(/^<speak>Mi dispiace, /)
  })

  it('uses the words of the region', () => {
    const number = (locale: string) => prompts(locale).goOnWithout(['mobileNumber'])
    expect(['es-ES', 'es-MX', 'es-US'].map(number)).toEqual([
      'Continuaré sin tu número de móvil.',
      'Continuaré sin tu número de celular.',
      'Continuaré sin tu número de celular.',
    ])
    expect(number('fr-FR')).toBe('Je continue sans votre numéro de portable.')
    expect(number('fr-CA')).toBe('Je continue sans votre numéro de cellulaire.')
    expect(emailInstead('fr-CA')).toBe('Je continue sans votre adresse courriel.')
  })

  it('uses the purpose of the locale, then of the language, and otherwise leaves it out', () => {
    const purpose = { es: 'reservar', 'es-ES': 'hacer la reserva', de: 'zu reservieren' }
    const noEmail = (locale: string) => prompts(locale, { purpose }).cannotGoOn(['email'])
    expect(['es-ES', 'es-MX', 'de-DE', 'it-IT'].map(noEmail)).toEqual([
      'Lo siento, sin tu correo electrónico no puedo hacer la reserva.',
      'Lo siento, sin tu correo electrónico no puedo reservar.',
      'Tut mir leid, ohne deine E-Mail-Adresse ist es mir nicht möglich, zu reservieren.',
      'Mi dispiace, senza il tuo indirizzo email non posso continuare.',
    ])
  })

  it('lets a skill replace a prompt in one language only', () => {
    const goOnWithout = ({ locale, fields }: PromptWords) =>
      locale.startsWith('de') ? 'Dann eben so.' : prompts(locale).goOnWithout(fields)
    const options = { prompts: { goOnWithout } }
    expect(emailInstead('de-DE', options)).toBe('Dann eben so.')
    expect(emailInstead('it-IT', options)).toBe('Continuo senza il tuo indirizzo email.')
  })

  it('accepts a skill name per locale', () => {
    const skillName = { ja: 'テーブルトーク', en: 'Table Talk' }
    expect(prompts('ja-JP', { skillName }).askByVoice(['email'])).toBe('テーブルトークには、メールアドレスが必要です。')
    expect(prompts('nl-NL', { skillName }).askByVoice(['email'])).toBe('Deze skill heeft je e-mailadres nodig.')
  })
})
