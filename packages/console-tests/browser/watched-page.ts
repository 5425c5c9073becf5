import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, expect, onTestFinished } from 'vitest'
import { findChromium } from './find-chromium.js'

/** Off the network: nothing but the page's own server is ever asked for anything. */
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
  /** Default false: a connection that is lost fails the test. */
  readonly ignoreLostConnection?: boolean
  /** Default false: a request to anything but the page's own server fails the test. */
  readonly ignoreOtherOrigins?: boolean
}

/** A page for the length of one test. Whatever it complains of, or asks of another origin, fails the test. */
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
    // a command that is refused is answered with 409, which Chromium mentions
    const expected = ignoreLostConnection ? /status of 409|net::ERR_|CORS/ : /status of 409/
    expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
  })
  await page.goto(url)
  return page
}
