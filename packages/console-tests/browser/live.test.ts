import { startConsole } from '@alexa-profile/console'
import type { RequestEnvelope } from '@alexa-profile/emulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPage } from './browser.js'
import { startTableTalk } from './table-talk.js'

const say = (text: string) => ({
  version: '1.0',
  response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: false },
})

describe('without touching the page', () => {
  it('shows what programs and other pages do', async () => {
    const { console: alexaConsole } = await startTableTalk()
    const [page, other] = [await openPage(alexaConsole.url), await openPage(alexaConsole.url)]
    alexaConsole.emulator.customer.set({ name: 'Zoë Example' })
    await expect.poll(() => page.getByLabel('Full name').first().inputValue()).toBe('Zoë Example')
    alexaConsole.emulator.customer.grant('email')
    await page.locator('[role=switch][aria-checked=true]', { hasText: 'email address' }).waitFor()
    await alexaConsole.emulator.device(() => say('Hello from a program.')).open()
    await page.locator('.speech', { hasText: 'Hello from a program.' }).waitFor()
    await other.getByRole('button', { name: 'Alexa, open table talk' }).click()
    await page.locator('.speech', { hasText: 'Welcome to Table Talk.' }).waitFor()
    alexaConsole.report({ level: 'error', title: 'The skill cannot be loaded', detail: 'SyntaxError in skill.ts:3' })
    await page.getByRole('alert').getByText('SyntaxError in skill.ts:3').waitFor()
    await page.getByRole('tab', { name: 'Mail 1' }).waitFor()
    expect(await page.locator('.hidden[role=status]').textContent()).toMatch(/Alexa says: Welcome|New mail: Welcome/)
  })

  it('shows a turn while the skill is still working', async () => {
    let answer = () => {}
    const skill = () => new Promise((resolve) => (answer = () => resolve(say('At last.'))))
    const alexaConsole = await startConsole({ skill })
    onTestFinished(() => alexaConsole.close())
    const page = await openPage(alexaConsole.url)
    await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
    await page.locator('.waiting', { hasText: 'Waiting for the skill…' }).waitFor()
    expect(await page.getByRole('button', { name: 'Alexa, open the skill' }).isDisabled()).toBe(true)
    answer()
    await page.locator('.speech', { hasText: 'At last.' }).waitFor()
  })

  it('shows progressive responses, and requests that the emulator does not support', async () => {
    const skill = async ({ context: { System }, request }: RequestEnvelope) => {
      const post = (path: string, body: object) =>
        fetch(`${System.apiEndpoint}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${System.apiAccessToken}` },
          body: JSON.stringify(body),
        })
      const directive = { type: 'VoicePlayer.Speak', speech: '<speak>One moment.</speak>' }
      await post('/v1/directives', { header: { requestId: request.requestId }, directive })
      await post('/v1/alerts/reminders', {})
      return say('At last.')
    }
    const alexaConsole = await startConsole({ skill })
    onTestFinished(() => alexaConsole.close())
    const page = await openPage(alexaConsole.url)
    await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
    await page.locator('.speech', { hasText: 'At last.' }).waitFor()
    await page.locator('.interim', { hasText: /One moment\. while you wait, after \d/ }).waitFor()
    await page.locator('.not-emulated', { hasText: 'POST /v1/alerts/reminders' }).waitFor()
    await page.locator('.traffic', { hasText: 'POST /v1/directives' }).waitFor()
  })

  it('grants a card for the current speaker, and shows when the consent is withdrawn', async () => {
    const card = { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:name:read'] }
    const skill = () => ({ version: '1.0', response: { card, shouldEndSession: false } })
    const alexaConsole = await startConsole({ skill })
    onTestFinished(() => alexaConsole.close())
    const ben = alexaConsole.emulator.customer.addSpeaker()
    const page = await openPage(alexaConsole.url)
    await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
    await page.getByRole('button', { name: 'Grant', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Grant for' }).count()).toBe(0)
    await page.getByLabel('Ben Example').check()
    await page.getByRole('button', { name: 'Grant for Ben' }).click()
    await page.locator('.consent-card').getByText('Granted').waitFor()
    expect([[...ben.granted], [...alexaConsole.emulator.customer.granted]]).toEqual([card.permissions, []])
    ben.revokeAll()
    await page.locator('.consent-card').getByText('Withdrawn').waitFor()
  })

  it('returns the focus to the button that was disabled meanwhile', async () => {
    let answer = () => {}
    const skill = () => new Promise((resolve) => (answer = () => resolve(say('At last.'))))
    const alexaConsole = await startConsole({ skill })
    onTestFinished(() => alexaConsole.close())
    const page = await openPage(alexaConsole.url)
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)
    await page.getByRole('button', { name: 'Alexa, open the skill' }).press('Enter')
    await page.locator('.waiting').waitFor()
    await expect.poll(focused).toBe('composer')
    answer()
    await page.locator('.speech', { hasText: 'At last.' }).waitFor()
    await expect.poll(focused).toBe('Alexa, open the skill')
  })

  it('removes success messages after a while, and keeps errors until they are dismissed', async () => {
    const alexaConsole = await startConsole({ skill: () => say('Hello.') })
    onTestFinished(() => alexaConsole.close())
    alexaConsole.report({ level: 'info', title: 'The skill is loaded' })
    const page = await openPage(alexaConsole.url)
    const notices = page.locator('.notices')
    await notices.getByText('The skill is loaded').waitFor()
    await notices.getByText('The skill is loaded').waitFor({ state: 'detached' })
    alexaConsole.report({ level: 'error', title: 'The skill cannot be loaded' })
    await notices.getByText('The skill cannot be loaded').waitFor()
    await notices.getByRole('button', { name: 'Dismiss' }).click()
    await notices.getByText('The skill cannot be loaded').waitFor({ state: 'detached' })
  })
})

it('shows the same state after a reload', async () => {
  const alexaConsole = await startConsole({ skill: () => say('Welcome to Table Talk.') })
  onTestFinished(() => alexaConsole.close())
  const page = await openPage(alexaConsole.url)
  await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
  await page.locator('.speech').waitFor()
  await page.getByRole('button', { name: 'Add a speaker' }).click()
  await page.getByRole('radio', { name: 'Ben Example' }).check()
  await page.getByLabel('Language').selectOption('en-GB')
  await expect.poll(() => alexaConsole.emulator.customer.speakers).toHaveLength(1)
  await page.reload()
  await page.locator('.speech', { hasText: 'Welcome to Table Talk.' }).waitFor()
  expect(await page.getByRole('radio', { name: 'Ben Example' }).isChecked()).toBe(true)
  expect(await page.getByLabel('Language').inputValue()).toBe('en-GB')
  await page.getByText('Session open').waitFor()
})

it('shows that the console has stopped, and reconnects when it is back', async () => {
  const first = await startConsole({ skill: () => say('First.') })
  const port = Number(new URL(first.url).port)
  const page = await openPage(first.url, { ignoreLostConnection: true })
  await first.close()
  await page.getByText('The console does not respond.').first().waitFor()
  await page.getByRole('button', { name: 'Alexa, open' }).click()
  await page.getByText('Is it still running?').waitFor()
  const second = await startConsole({ skill: () => say('Second.'), emulator: { port, customer: { givenName: 'Zoë' } } })
  onTestFinished(() => second.close())
  await page.getByText('The console does not respond.').first().waitFor({ state: 'detached', timeout: 15_000 })
  await expect.poll(() => page.getByLabel('First name').inputValue()).toBe('Zoë')
  expect(await page.locator('.notices').textContent()).toBe('')
})
