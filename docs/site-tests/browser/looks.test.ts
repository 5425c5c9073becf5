import { expectAccessible } from '@alexa-profile/console-tests/axe'
import { watchedPage } from '@alexa-profile/console-tests/watched-page'
import { describe, expect, it } from 'vitest'
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

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each(mainPages)('/%s can be read by everybody, on a desk and on a phone', async (path) => {
    const page = await watchedPage(addressOf(path), { colorScheme })
    await expectAccessible(page)
    await page.setViewportSize(phone.viewport)
    await expectAccessible(page)
  })
})
