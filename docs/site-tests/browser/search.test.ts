import { expect, it } from 'vitest'
import { interactivePage } from './interactive-page.js'
import { questions } from './questions.js'
import { serveSite } from './serve-site.js'

const addressOf = serveSite()

it('finds a page without a request to another host', async () => {
  const page = await interactivePage(addressOf('')) // a request to another origin fails the test
  await page.getByRole('button', { name: 'Search' }).first().click()
  await page.getByRole('searchbox').fill('endpoint-not-allowed')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('main').getByText('endpoint-not-allowed').first().waitFor() // which the first page does not contain
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

it('answers the questions that people type with the first three results', async () => {
  const page = await interactivePage(addressOf(''))
  await page.getByRole('button', { name: 'Search' }).first().click()
  const found = () =>
    page
      .getByRole('option')
      .locator('a')
      .evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href')?.replace(/#.*/, '')))
  for (const [question, answer] of questions) {
    await page.getByRole('searchbox').fill('')
    await expect.poll(found).toEqual([])
    await page.getByRole('searchbox').fill(question)
    await page.getByRole('option').first().waitFor()
    expect.soft(await found(), question).toContain(new URL(addressOf(answer)).pathname)
  }
})
