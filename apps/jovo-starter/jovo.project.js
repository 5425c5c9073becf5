import { createRequire } from 'node:module'

// For Jovo's command line, which requires this file name and loads the file and models/ with `require`. Both return the files in
// skill-package/, which ask-cli also uses.

const require = createRequire(import.meta.url) // Jovo's modules are CommonJS

const { AlexaCli } = require('@jovotech/platform-alexa')
const skill = require('./skill-package/skill.json')

// biome-ignore lint/suspicious/noTemplateCurlyInString: Jovo's command line replaces it with the address of its tunnel
export const endpoint = '${JOVO_WEBHOOK_URL}'

export const plugins = [
  new AlexaCli({
    locales: { en: ['en-US'], de: ['de-DE'] },
    files: { 'skill-package/': { 'skill.json': skill } },
  }),
]
