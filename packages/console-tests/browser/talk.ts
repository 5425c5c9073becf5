import type { Page } from 'playwright-core'

/** Finds the box for what the customer says. */
export const sayBox = (page: Page) => page.getByRole('combobox', { name: 'Say something to Alexa' })

/** Opens the form for intents, if it is closed. */
export async function showIntents(page: Page): Promise<void> {
  if (!(await page.getByLabel('Intent', { exact: true }).isVisible())) {
    await page.locator('summary').filter({ hasText: 'Send an intent' }).click()
  }
}

/** Sends an intent of the interaction model with the form. */
export async function sendIntent(page: Page, intent: string, slots: Record<string, string> = {}): Promise<void> {
  await showIntents(page)
  await page.getByLabel('Intent', { exact: true }).selectOption(intent)
  for (const [name, value] of Object.entries(slots)) await page.getByLabel(name, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Send the intent' }).click()
}
