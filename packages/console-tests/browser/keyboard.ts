import type { Page } from 'playwright-core'

/** Presses Tab until the control with this name has the focus. Throws if one pass through the page does not reach it. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return ''
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : []
      return (labels.length > 0 ? labels : [element]).map(({ textContent }) => textContent?.trim()).join(' ')
    })
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`Nothing called ${name} is reached by ${key}.`)
}
