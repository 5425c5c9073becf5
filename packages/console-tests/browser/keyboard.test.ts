import { expect, it } from 'vitest'
import { openPage } from './browser.js'
import { tabTo } from './keyboard.js'
import { dayFromNow, startTableTalk } from './table-talk.js'

it('goes from an empty page to a granted card with only the keyboard', async () => {
  const { console: alexaConsole } = await startTableTalk()
  const page = await openPage(alexaConsole.url)
  const { keyboard } = page

  await tabTo(page, 'Skip to what you can say')
  await keyboard.press('Enter')
  await tabTo(page, 'Alexa, open table talk')
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
    return `${outlineStyle} ${outlineWidth}`
  })
  expect(ring).toBe('solid 2px')
  await keyboard.press('Enter')
  await page.getByText('Welcome to Table Talk.').first().waitFor()

  await tabTo(page, 'Send an intent')
  await keyboard.press('Enter')
  await tabTo(page, 'date')
  for (const value of [dayFromNow(30), '19:30', '4']) {
    await keyboard.type(value)
    await keyboard.press('Tab')
  }
  await keyboard.press('Enter')
  await page.getByRole('group', { name: 'Alexa asks' }).waitFor()
  await tabTo(page, 'No', 'Shift+Tab')
  await keyboard.press('Enter')
  await page.locator('.prompts').getByText('No', { exact: true }).waitFor()
  await page.getByText('No session').waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('.composer') !== null)).toBe(true)

  await tabTo(page, 'Intent')
  await keyboard.press('ArrowDown')
  await tabTo(page, 'Send the intent')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Grant' }).waitFor()
  await tabTo(page, 'Grant')
  await keyboard.press('Space')
  await page.getByText('Granted', { exact: true }).waitFor()
  expect(alexaConsole.emulator.customer.granted).toEqual(new Set(['alexa::profile:mobile_number:read']))
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('consent-card')
})

it('moves between the tabs with the arrow keys', async () => {
  const { console: alexaConsole } = await startTableTalk()
  const page = await openPage(alexaConsole.url)
  await tabTo(page, 'API')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('heading', { name: 'Mailbox' }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('heading', { name: 'Declared in the manifest' }).waitFor()
})
