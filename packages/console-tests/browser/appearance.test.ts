import { startConsole } from '@alexa-profile/console'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { expectAccessible } from './axe.js'
import { openPage } from './browser.js'
import { startTableTalk } from './table-talk.js'
import { sayBox, sendIntent } from './talk.js'

const slots = { date: '2027-01-30', time: '19:30', partySize: '4' }

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each([1280, 390])('%d pixels wide', (width) => {
    const viewport = { width, height: 844 }
    const isNarrow = width < 1100

    async function show(page: Page, view: 'Conversation' | 'Alexa app' | 'Backstage'): Promise<void> {
      if (isNarrow) await page.getByRole('navigation').getByRole('button', { name: view }).click()
    }

    it('passes axe in every main state, and scrolls in one direction only', async () => {
      const { console: alexaConsole } = await startTableTalk()
      const page = await openPage(alexaConsole.url, { viewport, colorScheme })
      await expectAccessible(page)

      await sayBox(page).fill('book a table')
      await page.keyboard.press('ArrowDown')
      await expectAccessible(page)
      await sayBox(page).fill('book a table for four people')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Correct' }).click()
      await expectAccessible(page)
      await sendIntent(page, 'BookTableIntent', slots)
      await page.getByRole('group', { name: 'Alexa asks' }).waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Yes', exact: true }).click()
      await sendIntent(page, 'TextConfirmationIntent')
      await page.locator('.turn').last().locator('.card').waitFor()
      await page.getByRole('button', { name: 'JSON of turn 1' }).click()
      await page.getByRole('textbox', { name: 'Request' }).waitFor()
      await page.getByRole('button', { name: 'Edit turn 1 and send it again' }).click()
      await page.getByRole('textbox', { name: 'Request of turn 1' }).fill('no JSON')
      await page.getByRole('button', { name: 'Replay this' }).click()
      await page.getByText('Invalid JSON').waitFor()
      await expectAccessible(page)

      await show(page, 'Alexa app')
      await page.getByRole('button', { name: 'Add a speaker' }).click()
      await page.getByRole('button', { name: 'Ben' }).waitFor()
      alexaConsole.emulator.declare(['alexa::profile:email:read', 'alexa::devices:all:geolocation:read'])
      await page.getByText('not in manifest').first().waitFor()
      await expectAccessible(page)

      await show(page, 'Backstage')
      await page.locator('summary').filter({ hasText: 'Situations' }).click()
      await page.getByRole('switch', { name: 'throttled' }).click()
      await page.locator('.traffic summary').first().click()
      await expectAccessible(page)
      for (const tab of ['Mail', 'Events', 'Skill']) {
        await page.getByRole('tab', { name: tab }).click()
        await expectAccessible(page)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      expect(back).toBe(colorScheme === 'dark' ? 'rgb(15, 19, 23)' : 'rgb(244, 246, 248)')
    })

    it('passes axe when it shows errors', async () => {
      const alexaConsole = await startConsole({
        skill: () => ({
          version: '1.0',
          response: { card: { type: 'AskForPermissionsConsent', permissions: ['x:y'] } },
        }),
        emulator: { https: false },
      })
      onTestFinished(() => alexaConsole.close())
      const page = await openPage(alexaConsole.url, { viewport, colorScheme })
      await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
      await page.getByText('consent-card-undeclared').waitFor()
      expect(await page.getByRole('link', { name: 'Where the rule is documented' }).getAttribute('rel')).toBe(
        'noreferrer',
      )
      alexaConsole.report({ level: 'error', title: 'The skill cannot be loaded', detail: 'SyntaxError' })
      alexaConsole.useSkill(undefined)
      await page.getByText('SyntaxError').waitFor()
      await page.getByRole('button', { name: 'Replay turn 1' }).click()
      await page.getByText('There is no skill to talk to yet.').first().waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Export as test' }).click()
      await page.getByRole('dialog').waitFor()
      await expectAccessible(page)
    })
  })
})
