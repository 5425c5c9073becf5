import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startConsole } from '@alexa-profile/console'
import type { Page } from 'playwright-core'
import { it, onTestFinished } from 'vitest'
import { openPage } from './browser.js'
import { startTableTalk, type TableTalk } from './table-talk.js'
import { sayBox } from './talk.js'

const folder = new URL('../../../docs/console/', import.meta.url)

async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.mouse.move(0, 0)
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)), animations: 'disabled' })
}

async function book(page: Page): Promise<void> {
  await sayBox(page).fill('book a table for four in three weeks at half past seven in the evening')
  await page.keyboard.press('Enter')
}

async function askForText(page: Page): Promise<void> {
  await sayBox(page).fill('text me the confirmation')
  await page.keyboard.press('Enter')
}

/** Books a table and emails the confirmation, with a card that is not granted yet. */
async function reachCard(page: Page): Promise<void> {
  await book(page)
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByText('Thank you, Ann.').first().waitFor()
  await askForText(page)
  await page.getByText('Asks for permission to use your mobile number').waitFor()
}

async function opened(options: Parameters<typeof openPage>[1]): Promise<TableTalk & { page: Page }> {
  const tableTalk = await startTableTalk()
  return { ...tableTalk, page: await openPage(tableTalk.console.url, options) }
}

const wide = { viewport: { width: 1280, height: 800 } }
const narrow = { viewport: { width: 390, height: 844 } }

it('shows a voice consent', async () => {
  const { page } = await opened(wide)
  await page.getByRole('button', { name: 'Alexa, open table talk' }).click()
  await page.locator('.speech').waitFor()
  await book(page)
  await page.getByRole('group', { name: 'Alexa asks' }).waitFor()
  await shoot(page, 'consent')
})

it('shows what Alexa understood', async () => {
  const { page } = await opened(wide)
  await sayBox(page).fill('please book a table for four')
  await page.keyboard.press('Enter')
  await page.locator('.understanding').waitFor()
  await page.locator('.speech').waitFor()
  await sayBox(page).fill('tomorrow')
  await shoot(page, 'words')
})

it('shows a throttled read', async () => {
  const { console: alexaConsole, page } = await opened({ ...wide, colorScheme: 'dark' })
  alexaConsole.emulator.customer.grantAll()
  await alexaConsole.emulator.eventsDelivered()
  await page.locator('summary').filter({ hasText: 'Situations' }).click()
  await book(page)
  await page.getByText('Thank you, Ann.').first().waitFor()
  alexaConsole.emulator.situation('slow', { delayMs: 260, fields: ['givenName'], requests: 1 })
  alexaConsole.emulator.situation('throttled', { requests: 1, fields: ['email'] })
  alexaConsole.emulator.situation('slow', { delayMs: 120 })
  await book(page)
  await page.locator('.turn').nth(3).getByText('Thank you, Ann.').waitFor()
  await shoot(page, 'throttled')
})

it('shows an email', async () => {
  const { page } = await opened(wide)
  await reachCard(page)
  await page.getByRole('tab', { name: 'Mail 2' }).click()
  await page.locator('.mails details').evaluateAll((mails) => {
    for (const mail of mails) mail.toggleAttribute('open', mail.textContent.includes('Your table'))
  })
  await shoot(page, 'mail')
})

it('shows a rejected response', async () => {
  const answers = [
    { outputSpeech: { type: 'PlainText', text: 'Welcome to Fish & Chips.' }, shouldEndSession: false },
    { outputSpeech: { type: 'SSML', ssml: '<speak>Your order from Fish & Chips is on its way.</speak>' } },
  ]
  const alexaConsole = await startConsole({ skill: () => ({ version: '1.0', response: answers.shift() }) })
  onTestFinished(() => alexaConsole.close())
  alexaConsole.report({ level: 'info', title: 'Loaded again', detail: 'src/handlers/order.ts has changed' })
  const page = await openPage(alexaConsole.url, wide)
  await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
  await page.locator('.speech').waitFor()
  await page.getByLabel('Intent', { exact: true }).fill('OrderIntent')
  await page.getByRole('button', { name: 'Send the intent' }).click()
  await page.locator('.violation').waitFor()
  await page.getByRole('tab', { name: 'Skill' }).click()
  await shoot(page, 'refused')
})

it('shows the conversation on a phone', async () => {
  const { page } = await opened(narrow)
  await reachCard(page)
  await shoot(page, 'narrow-conversation')
  await page.getByRole('navigation').getByRole('button', { name: 'Alexa app' }).click()
  await shoot(page, 'narrow-alexa-app')
})

it('shows a voice consent on a phone', async () => {
  const { page } = await opened(narrow)
  await book(page)
  await page.getByRole('group', { name: 'Alexa asks' }).waitFor()
  await shoot(page, 'narrow-consent')
})
