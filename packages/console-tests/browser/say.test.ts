import { startConsole } from '@alexa-profile/console'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPage } from './browser.js'
import { germanPizza, pizzaOrt } from './german-pizza.js'
import { tabTo } from './keyboard.js'
import { startTableTalk } from './table-talk.js'
import { sayBox } from './talk.js'

const lastTurn = (page: Page) => page.locator('.turn').last()

/** Goes to the box by keyboard, and says the words. While a turn is under way, Enter sends nothing. */
async function say(page: Page, words: string): Promise<void> {
  if (!(await sayBox(page).evaluate((box) => box === document.activeElement))) {
    await tabTo(page, 'Say something to Alexa')
  }
  await page.keyboard.type(words)
  await expect.poll(() => page.getByRole('button', { name: 'Say', exact: true }).isEnabled()).toBe(true)
  await page.keyboard.press('Enter')
}

/** A console with the German skill. */
async function startPizzaOrt() {
  const emulator = { skill: { interactionModels: { 'de-DE': germanPizza } } }
  const alexaConsole = await startConsole({ skill: pizzaOrt, locale: 'de-DE', emulator })
  onTestFinished(() => alexaConsole.close())
  return alexaConsole
}

describe.each([1280, 390])('with only the keyboard, %d pixels wide', (width) => {
  const viewport = { width, height: 844 }

  it('understands English, and shows the intent, slots, sample and confidence', async () => {
    const { console: alexaConsole } = await startTableTalk()
    const page = await openPage(alexaConsole.url, { viewport })
    await say(page, 'please book a table for two tomorrow at seven')
    await page.locator('.said', { hasText: 'please book a table for two tomorrow at seven' }).first().waitFor()
    const turn = page.locator('.turn', { has: page.locator('.said') }).first()
    await turn.locator('.understanding').getByText('BookTableIntent').waitFor()
    await turn.getByText(/\d+ % sure/).waitFor()
    await turn.getByText(/^Sample: “.*\{partySize\}/).waitFor()
    await turn.getByText('partySize').first().waitFor()
    await expect.poll(() => sayBox(page).inputValue()).toBe('')
    await say(page, 'yes')
    await expect.poll(() => alexaConsole.emulator.customer.granted.size).toBeGreaterThan(0)
  })

  it('understands German in a dialog with the prompts of the model', async () => {
    const alexaConsole = await startPizzaOrt()
    const page = await openPage(alexaConsole.url, { viewport })
    await say(page, 'bestell bitte eine Pizza für morgen')
    await lastTurn(page).locator('.speech', { hasText: 'Um wie viel Uhr?' }).waitFor()
    await lastTurn(page).getByText('with a prompt of the interaction model').waitFor()
    await lastTurn(page).getByText('dialog started').waitFor()
    await say(page, 'um halb acht')
    await lastTurn(page).getByText('Bestellt').waitFor()
    expect(await lastTurn(page).locator('.slots dd').allTextContents()).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      '07:30',
    ])
    await lastTurn(page).getByText('dialog completed').waitFor()
    await say(page, 'bestell eine Pizza für morgen um acht')
    await lastTurn(page).getByText('Alexa has nothing left to ask, and sends the intent by itself.').waitFor()
    await page.getByText('The skill leaves the dialog to Alexa.').waitFor()
  })

  it('suggests samples, and lets the developer fill their slots', async () => {
    const alexaConsole = await startPizzaOrt()
    const page = await openPage(alexaConsole.url, { viewport })
    const { keyboard } = page
    await tabTo(page, 'Say something to Alexa')
    await keyboard.press('ArrowDown')
    const options = page.getByRole('listbox', { name: 'Samples of the interaction model' }).getByRole('option')
    await expect.poll(() => options.allTextContents()).toEqual(['bestell eine Pizza BestellIntent'])
    await keyboard.press('Escape')
    await options.first().waitFor({ state: 'detached' })
    await keyboard.type('pizza für')
    await expect.poll(() => options.count()).toBe(2)
    await keyboard.press('ArrowDown')
    const chosen = await page.locator('[role=option][aria-selected=true]').getAttribute('id')
    await expect.poll(() => sayBox(page).getAttribute('aria-activedescendant')).toBe(chosen)
    await keyboard.press('Enter')
    await expect.poll(() => sayBox(page).inputValue()).toBe('bestell eine Pizza für {tag}')
    await keyboard.press('Enter')
    await page.getByRole('alert').getByText('Type what the customer says for {tag}.').waitFor()
    expect(await page.locator('.turn').count()).toBe(0)
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('{tag}')
    await keyboard.type('morgen')
    expect(await sayBox(page).inputValue()).toBe('bestell eine Pizza für morgen')
    await keyboard.press('Enter')
    await lastTurn(page).locator('.speech', { hasText: 'Um wie viel Uhr?' }).waitFor()
  })

  it('explains why Alexa understood nothing, keeps the words, and offers the nearest samples and the intents', async () => {
    const alexaConsole = await startPizzaOrt()
    const page = await openPage(alexaConsole.url, { viewport })
    await say(page, 'streich das Haus blau')
    const alert = page.getByRole('alert')
    await alert.getByText('Alexa does not understand this. The nearest samples:').waitFor()
    expect(await sayBox(page).inputValue()).toBe('streich das Haus blau')
    expect(await sayBox(page).getAttribute('aria-invalid')).toBe('true')
    const nearest = await alert.getByRole('listitem').getByRole('button').allTextContents()
    await tabTo(page, nearest[0] ?? '')
    await page.keyboard.press('Enter')
    await expect.poll(() => sayBox(page).inputValue()).toBe(nearest[0])
    await alert.waitFor({ state: 'detached' })
  })

  it('lets the developer correct an intent, and send a changed request again', async () => {
    const alexaConsole = await startPizzaOrt()
    const page = await openPage(alexaConsole.url, { viewport })
    await say(page, 'bestell eine Pizza für morgen')
    await lastTurn(page).locator('.speech', { hasText: 'Um wie viel Uhr?' }).waitFor()
    await tabTo(page, /^Correct/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('intent')
    expect(await page.getByLabel('tag', { exact: true }).inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/)
    await tabTo(page, 'zeit')
    await page.keyboard.type('20:00')
    await page.keyboard.press('Enter')
    await lastTurn(page).getByText('20:00', { exact: true }).waitFor()
    await tabTo(page, 'Edit turn 1 and send it again', 'Shift+Tab')
    await page.keyboard.press('Enter')
    const editor = page.getByRole('textbox', { name: 'Request of turn 1' })
    await expect.poll(() => editor.evaluate((element) => element === document.activeElement)).toBe(true)
    const edited = { request: { type: 'IntentRequest', intent: { name: 'AMAZON.HelpIntent' } } }
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(JSON.stringify(edited))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await lastTurn(page).getByText('replay of 1, edited').waitFor()
    await lastTurn(page).getByText('AMAZON.HelpIntent').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Edit turn 1 and send it again')
  })
})
