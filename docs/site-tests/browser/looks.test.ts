import { expectAccessible } from '@alexa-profile/console-tests/axe'
import { watchedPage } from '@alexa-profile/console-tests/watched-page'
import { expect, it } from 'vitest'
import { siteFiles } from '../built-site.js'
import { interactivePage } from './interactive-page.js'
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

it('fits a phone on every page, and no table or command scrolls horizontally', { timeout: 240_000 }, async () => {
  const page = await watchedPage(addressOf(''), { ...phone, javaScriptEnabled: false })
  for (const path of pages) {
    await page.goto(addressOf(path))
    const { width, scrolling, narrow } = await page.evaluate(() => {
      const scrolls = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth
      const found = [...document.querySelectorAll('.vp-doc table, .vp-doc .language-sh pre')]
      const cells = [...document.querySelectorAll('.vp-doc td')].filter(({ textContent }) => textContent !== '')
      return {
        width: document.documentElement.scrollWidth,
        scrolling: found.filter(scrolls).map(({ textContent }) => textContent),
        narrow: cells.filter(({ clientWidth }) => clientWidth < 200).map(({ textContent }) => textContent),
      }
    })
    expect(width, path).toBeLessThanOrEqual(phone.viewport.width)
    expect(scrolling, path).toEqual([])
    expect(narrow, path).toEqual([])
  }
})

it('shows the column of each cell on a phone', async () => {
  const page = await watchedPage(addressOf('guide/statuses'), phone)
  const cell = page.getByRole('row', { name: '204' }).getByRole('cell').nth(1)
  expect(await cell.evaluate((element) => getComputedStyle(element, '::before').content)).toMatch(/\w+ .*: /)
})

it('shows commands for the package manager that the reader chose, on every page', async () => {
  const page = await interactivePage(addressOf('guide/getting-started'))
  const shown = () => page.locator('.vp-code-group .active').allTextContents()
  expect((await shown()).every((commands) => commands.includes('np'))).toBe(true)
  await page.locator('.tabs label[data-title=yarn]').first().click()
  await expect.poll(async () => (await shown()).join()).toMatch(/yarn create.*yarn add --dev/s)
  await page.goto(addressOf('guide/console'))
  await expect.poll(async () => (await shown()).join()).toMatch(/yarn add.*yarn alexa-profile dev/s)
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

it.each(mainPages)('/%s is accessible on a desktop and a phone, in light and dark mode', async (path) => {
  const page = await watchedPage(addressOf(path), { colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark').waitFor()
  await expectAccessible(page)
  await page.setViewportSize(phone.viewport)
  await expectAccessible(page)
})
