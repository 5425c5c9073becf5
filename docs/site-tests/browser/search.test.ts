import { expect, it } from 'vitest'
import { interactivePage } from './interactive-page.js'
import { serveSite } from './serve-site.js'

const addressOf = serveSite()

it('finds a page without asking anybody else', async () => {
  const page = await interactivePage(addressOf('')) // a request to another origin fails the test
  await page.getByRole('button', { name: 'Search' }).first().click()
  await page.getByRole('searchbox').fill('endpoint-not-allowed')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('main').getByText('endpoint-not-allowed').first().waitFor() // which the first page does not say
  expect(new URL(page.url()).pathname).not.toBe(new URL(addressOf('')).pathname)
})

it('opens the search by keyboard, and finds guides before the reference', async () => {
  const page = await interactivePage(addressOf('guide/time'))
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').fill('warm')
  const first = page.getByRole('option').first()
  await first.waitFor()
  expect(await first.getByRole('link').or(first.locator('a')).first().getAttribute('href')).toContain('/guide/time')
})

it('finds the page about what a developer types', async () => {
  const page = await interactivePage(addressOf(''))
  await page.keyboard.press('Control+k')
  const firstPageFor = async (words: string) => {
    await page.getByRole('searchbox').fill(words)
    await page.getByRole('option').locator('mark').first().waitFor()
    return page.getByRole('option').first().locator('a').getAttribute('href')
  }
  for (const [words, path] of [
    ['hono', '/guide/recipes/hono'],
    ['Alexa-hosted', '/guide/alexa-hosted'],
    ['Lambda timeout', '/guide/lambda'],
    ['jest', '/guide/recipes/test-runners'],
    ['middy', '/guide/recipes/middy'],
    ['AWS SAM', '/guide/recipes/sam'],
    ['powertools', '/guide/recipes/middy'],
    ['several skills', '/guide/recipes/several-skills'],
    ['Alexa+', '/guide/alexa-plus'],
    ['old skill', '/guide/migration/old-skill'],
  ] as const) {
    await expect.poll(() => firstPageFor(words), { message: words }).toContain(path)
  }
})
