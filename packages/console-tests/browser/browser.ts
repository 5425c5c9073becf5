import type { Page } from 'playwright-core'
import { type PageOptions, watchedPage } from './watched-page.js'

/** Opens the console's page for one test. A message in its console, or a request to another origin, fails the test. */
export async function openPage(url: string, options?: PageOptions): Promise<Page> {
  const page = await watchedPage(url, options)
  await page
    .getByRole('heading', { name: 'Alexa app' })
    .or(page.getByRole('button', { name: 'Alexa app' }))
    .first()
    .waitFor()
  return page
}
