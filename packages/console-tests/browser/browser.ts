import type { Page } from 'playwright-core'
import { type PageOptions, watchedPage } from './watched-page.js'

/** The console's page, for the length of one test. Whatever it complains of, or asks of another origin, fails the test. */
export async function openPage(url: string, options?: PageOptions): Promise<Page> {
  const page = await watchedPage(url, options)
  await page
    .getByRole('heading', { name: 'Alexa app' })
    .or(page.getByRole('button', { name: 'Alexa app' }))
    .first()
    .waitFor()
  return page
}
