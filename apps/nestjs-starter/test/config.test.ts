import { expect, it, onTestFinished, vi } from 'vitest'
import { readEnvironment } from '../src/config/app.config.js'

const production = { NODE_ENV: 'production', SKILL_ID: 'amzn1.ask.skill.1' }

it("requires only the skill's id", () => {
  expect(readEnvironment(production)).toEqual({
    port: 3000,
    skillId: 'amzn1.ask.skill.1',
    emulatorUrl: undefined,
    database: { url: undefined, directory: 'data' },
    mail: { smtpUrl: undefined, from: undefined },
  })
  expect(() => readEnvironment({ ...production, SKILL_ID: '' })).toThrow('SKILL_ID')
})

it('requires no id with an emulator, and trusts no emulator in production', () => {
  const emulator = { ALEXA_PROFILE_ENDPOINT: 'http://127.0.0.1:4000/' }
  expect(readEnvironment(emulator)).toMatchObject({
    skillId: 'amzn1.ask.skill.table-talk',
    emulatorUrl: 'http://127.0.0.1:4000',
  })
  expect(() => readEnvironment({ ...production, ...emulator })).toThrow('Remove it in production')
})

it('reads all variables', () => {
  const environment = {
    ...production,
    PORT: '8080',
    DATABASE_URL: 'postgres://ann:secret@db.example.com/table_talk',
    SMTP_URL: 'smtps://ann:secret@mail.example.com',
    MAIL_FROM: 'Tables <tables@example.com>',
  }
  expect(readEnvironment(environment)).toMatchObject({
    port: 8080,
    database: { url: environment.DATABASE_URL },
    mail: { smtpUrl: environment.SMTP_URL, from: environment.MAIL_FROM },
  })
})

it.for([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://ann:secret@db.example.com'],
  ['DATABASE_URL', 'ann:secret@db.example.com'],
  ['ALEXA_PROFILE_ENDPOINT', 'ann:secret@127.0.0.1'],
])('rejects %s without showing its value, for %s', ([name = '', value]) => {
  const read = () => readEnvironment({ SKILL_ID: 'amzn1.ask.skill.1', [name]: value })
  expect(read).toThrow(name)
  expect(read).not.toThrow(/secret|eighty|70000/)
})

it('does not run on Lambda without a database server', async () => {
  vi.stubEnv('SKILL_ID', 'amzn1.ask.skill.1')
  vi.stubEnv('DATABASE_URL', undefined)
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(import('../src/lambda.js')).rejects.toThrow('DATABASE_URL is not set.')
})
