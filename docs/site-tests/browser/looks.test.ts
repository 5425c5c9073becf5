import { expectAccessible } from '@alexa-profile/console-tests/axe'
import { watchedPage } from '@alexa-profile/console-tests/watched-page'
import { expect, it } from 'vitest'
import { siteFiles } from '../built-site.js'
import { serveSite } from './serve-site.js'

const addressOf = serveSite()
const pages = siteFiles
  .filter((file) => file.endsWith('.html') && file !== '404.html')
  .map((file) => file.replace(/(index)?\.html$/, ''))
const mainPages = [
  '',
  'guide/getting-started',
  'guide/consent-story',
  'guide/statuses',
  'guide/errors',
  'api/request-verifier',
]
const phone = { viewport: { width: 390, height: 844 } }

it('fits a phone, every page of it', { timeout: 240_000 }, async () => {
  const page = await watchedPage(addressOf(''), { ...phone, javaScriptEnabled: false })
  for (const path of pages) {
    await page.goto(addressOf(path))
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, path).toBeLessThanOrEqual(phone.viewport.width)
  }
})

it.each([1000, 1280, 1440, 1920])('shows sidebar, text and outline side by side, %i wide', async (width) => {
  const page = await watchedPage(addressOf('guide/errors'), { viewport: { width, height: 900 } })
  const edges = (selector: string) =>
    page.locator(selector).evaluateAll((found) => found.map((element) => element.getBoundingClientRect().toJSON()))
  const [text] = await edges('main')
  const sidebar = await edges('.VPSidebar .items a')
  const outline = await edges('.VPDocAsideOutline a')
  expect(sidebar.length).toBeGreaterThan(10)
  expect(Math.min(...sidebar.map(({ left }) => left))).toBeGreaterThanOrEqual(0)
  expect(Math.max(...sidebar.map(({ right }) => right))).toBeLessThan(text.left)
  expect(Math.max(...outline.map(({ right }) => right))).toBeLessThanOrEqual(width)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})

it.each(mainPages)(
  '/%s can be read by everybody, on a desk and on a phone, in the light and in the dark',
  async (path) => {
    const page = await watchedPage(addressOf(path), { colorScheme: 'light' })
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html.dark').waitFor()
    await expectAccessible(page)
    await page.setViewportSize(phone.viewport)
    await expectAccessible(page)
  },
)
