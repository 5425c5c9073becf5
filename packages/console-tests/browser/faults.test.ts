import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startConsole } from '@alexa-profile/console'
import type { RequestEnvelope } from '@alexa-profile/emulator'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPage } from './browser.js'
import { sayBox } from './talk.js'

const say = (text: string, more: object = {}) => ({
  version: '1.0',
  response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: false, ...more },
})

async function started(...[options]: Parameters<typeof startConsole>) {
  const alexaConsole = await startConsole(options)
  onTestFinished(() => alexaConsole.close())
  return alexaConsole
}

/** A skill that reads the email address in each turn. */
async function readsEmail({ context: { System } }: RequestEnvelope) {
  const headers = { authorization: `Bearer ${System.apiAccessToken}` }
  await fetch(`${System.apiEndpoint}/v2/accounts/~current/settings/Profile.email`, { headers })
  return say('Read.')
}

const header = (page: Page) => page.locator('.header .skill')
const openSkill = (page: Page) => page.getByRole('button', { name: /^Alexa, open/ }).click()

it('works in twenty tabs of one browser, and each shows what happens in the others', async () => {
  let turns = 0
  const { url } = await started({ skill: () => say(`Hello number ${++turns}.`) })
  const first = await openPage(url)
  const tabs = [first]
  while (tabs.length < 20) {
    const tab = await first.context().newPage()
    await tab.goto(url)
    tabs.push(tab)
  }
  for (const [index, tab] of tabs.entries()) {
    await tab.bringToFront()
    await openSkill(tab)
    await tab.locator('.speech', { hasText: `Hello number ${index + 1}.` }).waitFor({ timeout: 10_000 })
  }
  for (const tab of tabs) await tab.locator('.speech', { hasText: 'Hello number 20.' }).waitFor()
  await first.close()
  await openSkill(tabs[19] as Page)
  await tabs[1]?.locator('.speech', { hasText: 'Hello number 21.' }).waitFor()
})

describe('the header', () => {
  it('shows whether the skill is loaded, or its error with file and line', async () => {
    const alexaConsole = await started({ skill: () => say('Hello.') })
    const page = await openPage(alexaConsole.url)
    const dot = header(page).locator('.dot')
    await header(page).getByText('The skill is loaded').waitFor()
    expect(await dot.getAttribute('class')).toContain('good')
    alexaConsole.setSkillStatus({ status: 'loading', name: 'src/index.ts' })
    await header(page).getByText('src/index.ts is loading…').waitFor()
    const problem = "Unexpected token '='"
    alexaConsole.setSkillStatus({ status: 'failed', name: 'src/index.ts', problem, location: 'src/index.ts:3:7' })
    await header(page).getByText("src/index.ts has failed at src/index.ts:3:7: Unexpected token '='").waitFor()
    expect(await dot.getAttribute('class')).toContain('bad')
  })

  it('shows the error on a phone, too', async () => {
    const alexaConsole = await started()
    alexaConsole.setSkillStatus({ status: 'failed', name: 'skill.js', problem: 'no', location: 'skill.js:3' })
    const page = await openPage(alexaConsole.url, { viewport: { width: 390, height: 800 } })
    const box = await header(page).getByText('skill.js:3', { exact: true }).boundingBox()
    expect(box?.width).toBeGreaterThan(40)
    alexaConsole.setSkillStatus({ status: 'failed', name: 'skill.js', problem: 'too long '.repeat(20) })
    const line = header(page).getByText('too long').locator('..')
    await expect.poll(() => line.evaluate(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)).toBe(true)
    expect(await line.evaluate((element) => getComputedStyle(element).textOverflow)).toBe('ellipsis')
  })

  it("shows that no server listens at the skill's URL, after the first turn", async () => {
    const { url } = await started({ skill: 'http://127.0.0.1:1/alexa' })
    const page = await openPage(url)
    await header(page).getByText('http://127.0.0.1:1/alexa nothing sent yet').waitFor()
    await openSkill(page)
    await header(page).getByText('http://127.0.0.1:1/alexa has failed').waitFor()
    expect(await header(page).locator('.dot').getAttribute('class')).toContain('bad')
  })

  it('does not show a loaded skill while the page is not connected', async () => {
    const alexaConsole = await started({ skill: () => say('Hello.') })
    const page = await openPage(alexaConsole.url, { ignoreLostConnection: true })
    await header(page).getByText('The skill is loaded').waitFor()
    await alexaConsole.close()
    await header(page).getByText('Not connected').waitFor()
    expect(await page.getByText('The skill is loaded').count()).toBe(0)
    expect(await page.locator('.dot.good').count()).toBe(0)
  })

  it('does not show an open session while the page is not connected', async () => {
    const alexaConsole = await started({ skill: () => say('Hello.') })
    const page = await openPage(alexaConsole.url, { ignoreLostConnection: true })
    await openSkill(page)
    await page.getByText('Session open').waitFor()
    const heading = page.locator('.talk .column-head')
    const before = await heading.boundingBox()
    await alexaConsole.close()
    await page.getByText('Session unknown').waitFor()
    expect(await heading.boundingBox()).toEqual(before)
    expect(await page.getByText('Session open').count()).toBe(0)
    expect(await page.locator('.dot.good').count()).toBe(0)
  })
})

it('shows the file and line of a handler that throws', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throwing-skill-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'skill.mjs')
  await writeFile(file, 'export const handler = () => {\n  throw new Error("no table")\n}\n')
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { handler: () => never }
  const { url } = await started({ skill: handler })
  const page = await openPage(url)
  await openSkill(page)
  await page.locator('.violation code', { hasText: 'skill.mjs:2:9' }).waitFor()
})

it('shows notices beside the panels, which are not resized or covered', async () => {
  for (const width of [1280, 390]) {
    const alexaConsole = await started({ skill: () => say('Hello.') })
    const page = await openPage(alexaConsole.url, { viewport: { width, height: 800 } })
    const background = () => page.locator('.notices').evaluate((line) => getComputedStyle(line).backgroundColor)
    expect(await background()).toBe('rgba(0, 0, 0, 0)')
    const panel = page.locator('.column.talk')
    const before = await panel.boundingBox()
    alexaConsole.report({ level: 'error', title: 'The skill cannot be loaded', detail: 'line\n'.repeat(50) })
    await page.getByText('The skill cannot be loaded').waitFor()
    expect(await background()).not.toBe('rgba(0, 0, 0, 0)')
    expect(await panel.boundingBox()).toEqual(before)
    const notice = await page.locator('.notice').boundingBox()
    expect(notice?.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? 0))
    expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual(800)

    const detail = page.locator('.notice pre')
    expect(await detail.count()).toBe(0)
    await page.locator('.notice summary').click()
    await detail.waitFor()
    expect((await page.locator('.notice-text').boundingBox())?.y).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByText('The skill cannot be loaded').waitFor({ state: 'detached' })
  }
})

it('shows the elapsed time of a turn in progress', async () => {
  let respond = () => {}
  const skill = () => new Promise((resolve) => (respond = () => resolve(say('At last.'))))
  const { url } = await started({ skill })
  const page = await openPage(url)
  await openSkill(page)
  const seconds = async () =>
    Number(/([\d.]+) s so far/.exec((await page.locator('.timeline').textContent()) ?? '')?.[1])
  await expect.poll(seconds).toBeGreaterThan(0.3)
  const earlier = await seconds()
  await expect.poll(seconds).toBeGreaterThan(earlier + 0.5)
  respond()
  await page.locator('.speech', { hasText: 'At last.' }).waitFor()
  expect(await page.getByText('so far').count()).toBe(0)
})

it('restores a conversation after Start over, until the next turn', async () => {
  const { url } = await started({ skill: () => say('Hello.') })
  const page = await openPage(url)
  await openSkill(page)
  await page.locator('.speech').waitFor()
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.locator('.speech').waitFor({ state: 'detached' })
  await page.getByText('No session').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.locator('.speech', { hasText: 'Hello.' }).waitFor()
  await page.getByText('Session open').waitFor()

  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('button', { name: /^Undo/ }).waitFor()
  await openSkill(page)
  await page.locator('.speech').waitFor()
  expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0)
})

it('goes back to the previous panel on a phone', async () => {
  const { url } = await started({ skill: () => say('Hello.') })
  const page = await openPage(url, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })
  const show = (name: string) => page.getByRole('navigation').getByRole('button', { name }).click()
  await page.locator('.column.talk').waitFor()
  await show('Alexa app')
  await show('Backstage')
  await page.locator('.column.backstage').waitFor()
  await page.goBack()
  await page.locator('.column.app').waitFor()
  const other = page.getByRole('navigation').getByRole('button', { name: 'Backstage' })
  expect(await other.evaluate((button) => getComputedStyle(button).borderBottomColor)).toBe('rgba(0, 0, 0, 0)')
  await page.goBack()
  await page.locator('.column.talk').waitFor()
  await page.goForward()
  await page.locator('.column.app').waitFor()
})

it('follows a link to a turn on a phone, and returns', async () => {
  const { url } = await started({ skill: readsEmail })
  const page = await openPage(url, { viewport: { width: 390, height: 800 } })
  for (let turns = 1; turns <= 6; turns += 1) {
    await openSkill(page)
    await page
      .locator('.turn')
      .nth(turns - 1)
      .locator('.speech')
      .waitFor()
  }
  await page.getByRole('navigation').getByRole('button', { name: 'Backstage' }).click()
  await page.locator('.traffic summary').last().click()
  await page.getByRole('link', { name: 'turn 1', exact: true }).click()
  await page.locator('#turn-1').waitFor()
  await expect
    .poll(() => page.locator('#turn-1 .said').evaluate((said) => said.getBoundingClientRect().top > 0))
    .toBe(true)
  await page.goBack()
  await page.locator('.column.backstage').waitFor()
})

it('shows that Alexa asks again, without a time because it does not call the skill', async () => {
  const intent = { name: 'OrderIntent', confirmationRequired: true, prompts: { confirmation: 'Sure' }, slots: [] }
  const languageModel = { invocationName: 'shop', intents: [{ name: 'OrderIntent', samples: ['order it'], slots: [] }] }
  const prompts = [{ id: 'Sure', variations: [{ type: 'PlainText', value: 'Are you sure?' }] }]
  const dialog = { delegationStrategy: 'ALWAYS', intents: [intent] }
  const interactionModels = { 'en-US': { interactionModel: { languageModel, dialog, prompts } } }
  const { url } = await started({ skill: () => say('Ordered.'), emulator: { skill: { interactionModels } } })
  const page = await openPage(url)
  for (const words of ['order it', 'well']) {
    await sayBox(page).fill(words)
    await page.keyboard.press('Enter')
    await page.locator('.said', { hasText: words }).waitFor()
  }
  const turn = page.locator('.turn').last()
  await turn.getByText('neither yes nor no').waitFor()
  await turn.getByText('Alexa asks again, and sends nothing to the skill.').waitFor()
  expect(await page.getByText('that Alexa waits').count()).toBe(0)
  await sayBox(page).fill('yes')
  await page.keyboard.press('Enter')
  await page.getByText('that Alexa waits').waitFor()
})

describe('a skill without an interaction model', () => {
  it('is reported, with the file in which the console looks for a model', async () => {
    const { url } = await started({ skill: () => say('Hello.') })
    const page = await openPage(url)
    await page.getByText('The skill has no interaction model for en-US: type the name of an intent').waitFor()
    await page.getByText('skill-package/interactionModels/custom/en-US.json').waitFor()
  })

  it("for the conversation's language is reported, with the locales that it supports", async () => {
    const model = { interactionModel: { languageModel: { invocationName: 'tisch', intents: [{ name: 'AnIntent' }] } } }
    const { url } = await started({
      skill: () => say('Hello.'),
      locale: 'en-US',
      emulator: { skill: { interactionModels: { 'de-DE': model } } },
    })
    const page = await openPage(url)
    await page.getByText('The skill does not support en-US, so Alexa does not find it. It supports de-DE.').waitFor()
    await page.getByLabel('Language').selectOption('de-DE')
    await page.getByText('The skill does not support').waitFor({ state: 'detached' })
  })
})

it('does not show a card as granted after its permission was revoked', async () => {
  const card = { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:email:read'] }
  const { url, emulator } = await started({ skill: () => say('Please grant.', { card }) })
  const page = await openPage(url)
  await openSkill(page)
  await page.getByRole('button', { name: 'Grant', exact: true }).click()
  await page.locator('.consent-card').getByText('Granted').waitFor()
  await page.getByRole('switch', { name: 'Enabled' }).click()
  await expect.poll(() => emulator.customer.skillEnabled).toBe(false)
  await page.getByRole('switch', { name: 'Enabled' }).click()
  await expect.poll(() => emulator.customer.skillEnabled).toBe(true)
  await page.locator('.consent-card').getByText('Withdrawn').waitFor()
  expect(await page.locator('.consent-card').getByText('Granted').count()).toBe(0)
  await page.getByRole('button', { name: 'Grant', exact: true }).click()
  await page.locator('.consent-card').getByText('Granted').waitFor()
  emulator.customer.revoke('email')
  await page.locator('.consent-card').getByText('Withdrawn').waitFor()
})
