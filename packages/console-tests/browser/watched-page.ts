import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, expect, onTestFinished } from 'vitest'
import { findChromium } from './find-chromium.js'

/** Flags that stop Chromium's own network requests, so that only the page's server is called. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let launched: Promise<Browser> | undefined

afterAll(async () => {
  await (await launched)?.close()
  launched = undefined
})

export interface PageOptions extends BrowserContextOptions {
  /** Whether the connection may be lost. Default: false, and a lost connection fails the test. */
  readonly ignoreLostConnection?: boolean
  /** Whether the page may send requests to other servers. Default: false, and such a request fails the test. */
  readonly ignoreOtherOrigins?: boolean
}

/** Opens a page for one test. A message in its console, or a request to another origin, fails the test. */
export async function watchedPage(url: string, pageOptions: PageOptions = {}): Promise<Page> {
  const { ignoreLostConnection = false, ignoreOtherOrigins = false, ...options } = pageOptions
  const executablePath = findChromium(process.env)
  if (executablePath === undefined) throw new Error('There is no Chromium; set CHROMIUM_PATH.')
  launched ??= chromium.launch({ executablePath, args: quiet })
  const context = await (await launched).newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('dialog', (dialog) => complaints.push(`a dialog: ${dialog.message()}`))
  page.on('request', (request) => {
    if (!ignoreOtherOrigins && new URL(request.url()).origin !== new URL(url).origin)
      complaints.push(`asked ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    // Chromium reports the status 409 of a rejected command.
    const expected = ignoreLostConnection ? /status of 409|net::ERR_|CORS/ : /status of 409/
    expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
  })
  await page.goto(url)
  return page
}
