import { expect, it } from 'vitest'
import { profileFields, prompts } from '../src/index.js'
import {
  type AlexaLocale,
  alexaLocales,
  allPrompts,
  bookYourTable,
  fieldCombinations,
  languageOf,
  type TestedLanguage,
  tableTalk,
  tableTalkSays,
} from './support/table-talk.js'

/** The form that `purpose` takes. */
const purposeForms: Readonly<Record<TestedLanguage, string>> = {
  ar: 'a verbal noun, as it follows "من أجل" and "لا يمكنني"',
  de: 'an infinitive with "zu", as it follows "um"',
  en: 'an infinitive, as it follows "to"',
  es: 'an infinitive, as it follows "para"',
  fr: 'an infinitive, as it follows "pour"',
  hi: 'an infinitive in its oblique form, as it precedes "के लिए"',
  it: 'an infinitive, as it follows "per"',
  ja: 'a verb in its plain form, as it precedes "には" and "ことができません"',
  nl: 'an infinitive with "te", as it follows "om"',
  pt: 'an infinitive, as it follows "para"',
}

it('docs/prompts.md shows what Alexa says', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/prompts.md')
})

function page(): string {
  const purposes = Object.entries(bookYourTable).map(([language, purpose]) => `    ${language}: '${purpose}',`)
  return `# What Alexa says

All prompts of \`@alexa-profile/core\` in all locales of custom skills, as \`prompts(locale, options)\` gives them and
\`respondTo\` says them. The example is Table Talk, a skill that needs a given name and an email address, and a mobile
number where it asks the speaker:

<!-- not run: the test that writes this page says these words -->
\`\`\`ts
const options = {
  skillName: 'Table Talk',
  purpose: {
${purposes.join('\n')}
  },
}
\`\`\`

\`purpose\` and \`skillName\` are one text for all locales, or one for each language or locale, where \`es-ES\` beats \`es\`.
They may hold any character, and at most 500 of them. \`purpose\` is put into sentences of ours: write it in the form that
is given below, without a capital or a full stop. Without a \`purpose\` the sentence does without, and without a
\`skillName\` Alexa says "this skill".

To say something in words of your own, pass functions as \`prompts\`. They get the locale, and the fields as the language
says them; to leave a locale as it is, return what \`prompts(locale)\` gives:

<!-- not run: one function of an option -->
\`\`\`ts
const goOnWithout = ({ locale, fields }: PromptWords) =>
  locale.startsWith('de') ? 'Dann eben so.' : prompts(locale).goOnWithout(fields)
\`\`\`

A locale that is not listed is answered in its language, else in English.

This page is written by a test. After a change to the prompts, run \`npx vitest run --project core test/prompts -u\`.

${sections().join('\n')}`
}

/** One for all locales that have the same words. */
function sections(): string[] {
  const localesByWords = new Map<string, AlexaLocale[]>()
  for (const locale of alexaLocales) {
    const words = JSON.stringify(fieldCombinations.map((fields) => allPrompts(locale, fields, tableTalk)))
    localesByWords.set(words, [...(localesByWords.get(words) ?? []), locale])
  }
  return [...localesByWords.values()].map(section)
}

function section(locales: readonly AlexaLocale[]): string {
  const [locale = 'en-US'] = locales
  const language = languageOf(locale)
  const said = Object.entries(tableTalkSays(locale))
  return `## ${titleOf(locales)}

\`purpose\` is ${purposeForms[language]}: \`${bookYourTable[language]}\`

| field | as the object of a sentence | when it is not set |
| ----- | --------------------------- | ------------------ |
${profileFields.map((field) => `| \`${field}\` | ${isolate(locale, fieldList(locale, field))} | ${isolate(locale, prompts(locale).askToFillIn([field]))} |`).join('\n')}

| prompt           | what Alexa says |
| ---------------- | --------------- |
${said.map(([name, speech]) => `| ${`\`${name}\``.padEnd(16)} | ${isolate(locale, speech)} |`).join('\n')}
`
}

function titleOf(locales: readonly AlexaLocale[]): string {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  return `${names.of(languageOf(locales[0] ?? 'en-US'))}: ${locales.join(', ')}`
}

function fieldList(locale: AlexaLocale, field: (typeof profileFields)[number]): string {
  return prompts(locale, { prompts: { goOnWithout: (words) => words.fieldList } }).goOnWithout([field])
}

/** Arabic would otherwise have its full stops, and the Latin names in it, in the wrong place. */
function isolate(locale: AlexaLocale, text: string): string {
  return locale === 'ar-SA' ? `<bdi dir="rtl">${text}</bdi>` : text
}
