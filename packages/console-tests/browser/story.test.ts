import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from './browser.js'
import { dayFromNow, startTableTalk } from './table-talk.js'
import { sendIntent } from './talk.js'

const lastTurn = (page: Page) => page.locator('.turn').last()

async function book(page: Page): Promise<void> {
  await sendIntent(page, 'BookTableIntent', { date: dayFromNow(30), time: '19:30', partySize: '4' })
}

const askForText = (page: Page) => sendIntent(page, 'TextConfirmationIntent')

describe('Table Talk, with only clicks', () => {
  it('is opened, asks by voice, books, sends email, and gets a granted card', async () => {
    const { console: alexaConsole } = await startTableTalk()
    const page = await openPage(alexaConsole.url)
    await page.getByText('You have not said anything yet').waitFor()

    await page.getByRole('button', { name: 'Alexa, open table talk' }).click()
    await lastTurn(page).getByText('Welcome to Table Talk.').waitFor()
    await page.getByText('Session open').waitFor()

    await book(page)
    await page.locator('.said', { hasText: 'Book a table for 4' }).waitFor()
    const question = page.getByRole('group', { name: 'Alexa asks' })
    expect(await question.getByRole('listitem').allTextContents()).toEqual(['first name', 'email address'])
    await question.getByRole('button', { name: 'Yes', exact: true }).click()
    await lastTurn(page).getByText('Thank you, Ann.').waitFor()
    await page.getByText('No session').waitFor()
    await page.locator('.prompts').getByText('Yes').waitFor()

    const email = page.getByRole('switch', { name: 'The skill may read the email address' })
    expect(await email.getAttribute('aria-checked')).toBe('true')
    await page.getByRole('tab', { name: 'Mail 2' }).click()
    await page.getByText('Your table on').first().waitFor()
    await page.getByRole('tab', { name: 'Events 1' }).click()
    await page.getByText('SkillPermissionAccepted').waitFor()
    await page.getByText('Granted now: first name and email address.').waitFor()

    await askForText(page)
    await lastTurn(page).getByText('Asks for permission to use your mobile number.').waitFor()
    const card = page.locator('.consent-card').filter({ hasText: 'mobile number' })
    await card.getByRole('button', { name: 'Grant' }).click()
    await page.getByText('Granted', { exact: true }).waitFor()
    await askForText(page)
    await lastTurn(page).getByText(/text/i).first().waitFor()
    expect(alexaConsole.emulator.customer.cards.map(({ state }) => state)).toEqual(['open', 'granted'])
  })

  it('handles failures of Alexa’s API, which the timeline shows', async () => {
    const { console: alexaConsole } = await startTableTalk()
    alexaConsole.emulator.customer.grantAll()
    const page = await openPage(alexaConsole.url)
    await page.locator('summary').filter({ hasText: 'Situations' }).click()
    await page.getByLabel('Lasts for').fill('2')
    await page.getByRole('switch', { name: 'throttled' }).click()
    await page.getByText('throttled ×2').waitFor()
    await book(page)
    await page.getByText('throttled ×2').waitFor({ state: 'detached' })
    const timeline = lastTurn(page).getByRole('figure')
    await timeline.getByText('retries').waitFor()
    // Five fields, two of them with a retry.
    await expect.poll(() => timeline.locator('.bar').count()).toBe(7)
    await expect.poll(() => timeline.getByText(/429 after .*, then 200 after/).count()).toBeGreaterThan(0)
    const traffic = page.locator('.traffic')
    await traffic.getByText('try 2').first().waitFor()
    await traffic.locator('summary').first().click()
    expect(
      await traffic
        .getByText(/^[0-9a-f-]{36}$/)
        .first()
        .isVisible(),
    ).toBe(true)
    await page.getByLabel('Lasts for').fill('')
    await page.getByRole('switch', { name: 'silent' }).click()
    await book(page)
    await lastTurn(page).getByText('given up').first().waitFor({ timeout: 15_000 })
    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.getByText('None active').waitFor()
  })

  it('shows and copies JSON, replays, and exports a test', async () => {
    const { console: alexaConsole } = await startTableTalk()
    const page = await openPage(alexaConsole.url)
    await page.getByRole('button', { name: 'Alexa, open table talk' }).click()
    await page.getByRole('button', { name: 'JSON of turn 1' }).click()
    const request = page.getByRole('textbox', { name: 'Request' })
    expect(JSON.parse(await request.inputValue())).toMatchObject({ request: { type: 'LaunchRequest' } })
    await page.getByRole('button', { name: 'Copy response' }).click()
    await page.getByText('Copied').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(JSON.parse(copied)).toMatchObject({ version: '1.0', response: { outputSpeech: {} } })

    await page.getByRole('button', { name: 'Replay turn 1' }).click()
    await page.getByText('replay of 1').waitFor()

    await page.getByRole('button', { name: 'Export as test' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('textbox').inputValue()).toContain('await device.replay(turn1)')
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByText('Download').click()])
    expect(download.suggestedFilename()).toBe('conversation.test.ts')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByText('You have not said anything yet').waitFor()
  })
})
