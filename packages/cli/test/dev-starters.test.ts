import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startDev } from './support/run-dev.js'

const apps = new URL('../../../apps/', import.meta.url)
const command = 'alexa-profile dev '

/** Every app whose `pnpm dev` is this command, with the command's arguments. */
const starters = readdirSync(apps).flatMap((name) => {
  const { dev = '' } = JSON.parse(readFileSync(new URL(`${name}/package.json`, apps), 'utf8')).scripts
  return dev.startsWith(command) ? [{ name, args: dev.slice(command.length).split(' ') }] : []
})

it.each(starters)(
  'pnpm dev of $name books a table, with consent by voice, and emails the confirmation',
  async (starter) => {
    const cwd = fileURLToPath(new URL(starter.name, apps))
    const { open, intent: send, turn, event, command, output, end } = await startDev(starter.args, { cwd })
    expect(await open()).toMatchObject({ speech: expect.stringContaining('Welcome to Table Talk'), violations: [] })

    const date = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    const asked = await turn('intent', { intent: 'BookTableIntent', slots: { date, time: '19:30', partySize: '4' } })
    expect(asked.consentRequest?.permissions).toHaveLength(2)
    const booked = await turn('answer-consent', { answer: 'accept' })
    expect(booked).toMatchObject({ speech: expect.stringContaining('Thank you, Ann'), violations: [] })
    const { mail } = await event('mail', ({ mail }) => mail.text?.includes('Ann') === true)
    expect(mail.deliveredTo).toEqual(['ann@example.com'])

    await command('set-permission', { scope: 'alexa::profile:mobile_number:read', granted: true })
    expect((await send('TextConfirmationIntent')).violations).toEqual([])
    await expect.poll(() => output.stderr).toContain('Text to +12065550100')
    expect((await end()).code).toBe(0)
  },
)

it('finds starters', () => {
  expect(starters.map(({ name }) => name)).toEqual(expect.arrayContaining(['ask-sdk-starter', 'jovo-starter']))
})
