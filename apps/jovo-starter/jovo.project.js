import { createRequire } from 'node:module'

// For Jovo's command line, which takes this file under this name only, by `require`, as it does what is in models/. Both hand
// on what is in skill-package/, where ask-cli finds it too.

const require = createRequire(import.meta.url) // what this loads of Jovo is CommonJS

const { AlexaCli } = require('@jovotech/platform-alexa')
const skill = require('./skill-package/skill.json')

// biome-ignore lint/suspicious/noTemplateCurlyInString: Jovo's command line puts the address of its tunnel here
export const endpoint = '${JOVO_WEBHOOK_URL}'

export const plugins = [
  new AlexaCli({
    locales: { en: ['en-US'], de: ['de-DE'] },
    files: { 'skill-package/': { 'skill.json': skill } },
  }),
]
