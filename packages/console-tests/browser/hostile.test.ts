import { startConsole } from '@alexa-profile/console'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { openPage } from './browser.js'
import { sendIntent } from './talk.js'

const hostile = [
  '<img src=x onerror="document.title=1">',
  '<script>document.title=1</script>',
  '"><svg onload=document.title=1>',
  'javascript:document.title=1',
  '‮gnp.exe',
  '{{constructor.constructor("document.title=1")()}}',
].join(' ')

/** What the page would contain if text had become markup. */
const injected = (page: Page) =>
  page.locator('#page :is(img:not(.mark), script, svg, iframe, object), [onerror], [onload]').count()

it('shows hostile text from any source as text', async () => {
  const card = {
    type: 'Standard',
    title: hostile,
    text: hostile,
    image: { smallImageUrl: 'https://evil.example/1.png' },
  }
  const response = {
    outputSpeech: { type: 'PlainText', text: hostile },
    card,
    shouldEndSession: false,
  }
  const answers: unknown[] = [
    { version: '1.0', response },
    { version: hostile, response: {} },
    { version: '1.0', response: { directives: [{ type: hostile }] } },
  ]
  const skill = () => {
    const answer = answers.shift()
    if (answer === undefined) throw new Error(hostile)
    return answer
  }
  const mail = {
    receivedAt: '2026-11-25T12:00:00Z',
    deliveredTo: [hostile],
    from: hostile,
    subject: hostile,
    text: undefined,
    html: hostile,
    attachments: [{ fileName: hostile, mimeType: hostile, bytes: 1 }],
  }
  const mailbox = { url: 'smtp://127.0.0.1:1', mails: [mail], subscribe: () => () => undefined }
  const model = {
    languageModel: {
      invocationName: hostile,
      intents: [{ name: hostile, slots: [{ name: hostile }], samples: [hostile] }],
    },
  }
  const alexaConsole = await startConsole({
    skill,
    mailbox,
    emulator: {
      skill: { interactionModels: { 'en-US': { interactionModel: model } } },
      customer: { name: hostile, givenName: hostile, email: hostile, mobileNumber: { phoneNumber: hostile } },
    },
  })
  onTestFinished(() => alexaConsole.close())
  const page = await openPage(alexaConsole.url)
  const title = await page.title()

  for (let turns = 0; turns < 4; turns += 1) {
    await sendIntent(page, hostile, {})
    await page.locator('.turn .response').nth(turns).waitFor()
  }
  alexaConsole.emulator.customer.addSpeaker({ name: hostile, givenName: hostile })
  alexaConsole.report({ level: 'error', title: hostile, detail: hostile })
  await page.getByRole('button', { name: 'JSON of turn 1' }).click()
  await page.getByRole('textbox', { name: 'Request' }).waitFor()
  for (const tab of ['Mail', 'Events', 'Skill', 'API']) await page.getByRole('tab', { name: tab }).click()
  await page.getByRole('tab', { name: 'Mail' }).click()
  await page.getByRole('button', { name: 'Export as test' }).click()
  await page.getByRole('dialog').waitFor()

  expect(await page.locator('.speech').first().textContent()).toContain(hostile)
  expect(await page.locator('.card').first().textContent()).toContain(hostile)
  expect(await page.locator('.mails pre').textContent()).toBe(hostile)
  expect(await page.locator('.violation').last().textContent()).toContain(hostile)
  expect(await page.getByLabel('Full name').inputValue()).toBe(hostile)
  expect(await injected(page)).toBe(0)
  expect(await page.title()).toBe(title)
})

it('keeps its layout with long unbroken text', async () => {
  const long = 'x'.repeat(3000)
  const response = {
    outputSpeech: { type: 'PlainText', text: long },
    card: { type: 'Simple', title: long, content: long },
  }
  const alexaConsole = await startConsole({
    skill: () => ({ version: '1.0', response }),
    emulator: { customer: { givenName: long, email: long } },
  })
  onTestFinished(() => alexaConsole.close())
  for (const width of [1280, 390]) {
    const page = await openPage(alexaConsole.url, { viewport: { width, height: 800 } })
    await page.getByLabel('Intent', { exact: true }).fill(long)
    await page.getByRole('button', { name: 'Send the intent' }).click()
    await page.locator('.speech').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(
      await page.evaluate(() => [...document.querySelectorAll('.column')].every((e) => e.scrollWidth <= e.clientWidth)),
    ).toBe(true)
  }
})

it('cannot be put into a frame, and other sites cannot send commands', async () => {
  const alexaConsole = await startConsole({ skill: () => ({ version: '1.0', response: {} }) })
  const attacker = await startConsole()
  onTestFinished(async () => {
    await Promise.all([alexaConsole.close(), attacker.close()])
  })
  // Another port is another origin.
  const page = await openPage(attacker.url, { bypassCSP: true, ignoreLostConnection: true, ignoreOtherOrigins: true })
  const outcome = await page.evaluate(async (url) => {
    const post = (options: RequestInit) =>
      fetch(`${url}console/commands/open`, { method: 'POST', body: '{}', ...options }).then(
        ({ status }) => status,
        () => 'blocked',
      )
    return {
      simple: await post({ mode: 'no-cors' }),
      json: await post({ headers: { 'content-type': 'application/json', 'x-alexa-profile-console': '1' } }),
      read: await fetch(`${url}console/events`).then(
        () => 'read',
        () => 'blocked',
      ),
    }
  }, alexaConsole.url)
  expect(outcome).toEqual({ simple: 'blocked', json: 'blocked', read: 'blocked' })
  const seen = await (await fetch(new URL('/console/turns/before/1000', alexaConsole.url))).json()
  expect(seen).toEqual({ turns: [], more: false })
})
