import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../src/repository.js'
import { starterFrameworks } from '../src/starter-frameworks.js'

const starters = starterFrameworks().map((name) => join(repositoryRoot, 'apps', `${name}-starter`))
const onLambda = starters.filter((starter) => existsSync(`${starter}/ask-resources.json`))

/**
 * Each starter is cloned alone, so it has its own copies of shared files. Only the imported package and the folder below `src` may
 * differ.
 */
function expectCopies(folders: readonly string[], path: string): void {
  const [top = '', ...rest] = path.split('/')
  const copies = folders.flatMap((starter) =>
    readdirSync(join(starter, top), { recursive: true, encoding: 'utf8' })
      .filter((file) => (top === 'src' ? basename(file) === basename(path) : file === join(...rest)))
      .map((file) => readFileSync(join(starter, top, file), 'utf8'))
      .map((text) => text.replace(/(?<=from ')(?:@alexa-profile\/[\w/-]+|\.[./\w-]*\/)/g, '')),
  )
  expect(copies).toHaveLength(folders.length)
  expect(new Set(copies).size).toBe(1)
}

it.each([
  'src/clock.ts',
  'src/customers-clock.ts',
  'src/format.ts',
  'src/language.ts',
  'src/mailer.ts',
  'src/reservation.ts',
  'src/responses.ts',
  'src/responses/de.ts',
  'src/responses/en.ts',
  'src/restaurant.ts',
  'test/conversation.test.ts',
  'test/launch.test.ts',
  'test/mail.test.ts',
  'test/reservation.test.ts',
  'test/time-zone.test.ts',
  'skill-package/interactionModels/custom/de-DE.json',
  'skill-package/interactionModels/custom/en-US.json',
])('%s is the same in all starters', (path) => expectCopies(starters, path))

it.each([
  'src/bookings.ts',
  'src/confirmation.ts',
  'src/customers.ts',
  'src/log.ts',
  'src/send-text.ts',
  'src/welcome-mail.ts',
  'dev/skill.ts',
  'test/text-confirmation.test.ts',
])('%s is the same in all starters for Lambda', (path) => expectCopies(onLambda, path))
