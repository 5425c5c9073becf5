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

/** The form of `purpose` in each language. */
const purposeForms: Readonly<Record<TestedLanguage, string>> = {
  ar: 'a verbal noun that follows "من أجل" and "لا يمكنني"',
  de: 'an infinitive with "zu" that follows "um"',
  en: 'an infinitive that follows "to"',
  es: 'an infinitive that follows "para"',
  fr: 'an infinitive that follows "pour"',
  hi: 'an infinitive in its oblique form that precedes "के लिए"',
  it: 'an infinitive that follows "per"',
  ja: 'a verb in its plain form that precedes "には" and "ことができません"',
  nl: 'an infinitive with "te" that follows "om"',
  pt: 'an infinitive that follows "para"',
}

it('docs/prompts.md matches the prompts', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/prompts.md')
})

function page(): string {
  const purposes = Object.entries(bookYourTable).map(([language, purpose]) => `    ${language}: '${purpose}',`)
  return `# What Alexa says

This page lists all prompts of \`@alexa-profile/core\` in all locales of custom skills. \`prompts(locale, options)\` returns
them, and \`respondTo\` speaks them. The example skill is Table Talk. It needs a given name and an email address, and asks
a recognized speaker for a mobile number:

<!-- not run: the test that writes this page uses these options -->
\`\`\`ts
const options = {
  skillName: 'Table Talk',
  purpose: {
${purposes.join('\n')}
  },
}
\`\`\`

\`purpose\` and \`skillName\` are either one string for all locales, or an object with one string per language or locale.
A locale such as \`es-ES\` overrides its language \`es\`. Each string may have at most 500 characters of any kind. Alexa says
the \`purpose\` inside the sentences below, so write it in the form that this page gives for each language, without a
capital letter or a full stop. Without a \`purpose\`, the sentence leaves it out. Without a \`skillName\`, Alexa says
"this skill".

To use your own words, pass functions as \`prompts\`. Each function receives the locale, and the list of fields in that
language. To keep a locale unchanged, return the result of \`prompts(locale)\`:

<!-- not run: one function of an option -->
\`\`\`ts
const goOnWithout = ({ locale, fields }: PromptWords) =>
  locale.startsWith('de') ? 'Dann eben so.' : prompts(locale).goOnWithout(fields)
\`\`\`

If a locale is not listed, Alexa uses its language. If the language is not listed either, Alexa uses English.

A test generates this page. After a change to the prompts, run \`npx vitest run --project core test/prompts -u\`.

${sections().join('\n')}`
}

/** One block for all locales with the same words. */
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

| field | as the object of a sentence | if the field is not set |
| ----- | --------------------------- | ----------------------- |
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

/** Isolates the direction of Arabic text; otherwise its full stops and Latin names move to the wrong place. */
function isolate(locale: AlexaLocale, text: string): string {
  return locale === 'ar-SA' ? `<bdi dir="rtl">${text}</bdi>` : text
}
