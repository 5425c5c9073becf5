import { startConsole } from '@alexa-profile/console'
import { expect, it, onTestFinished } from 'vitest'
import { openPage } from './browser.js'

const turns = 5000

it(`stays responsive in a session with ${turns} turns`, async () => {
  const skill = ({ request }: { request: { type: string } }) => ({
    version: '1.0',
    response: { outputSpeech: { type: 'PlainText', text: `You said ${request.type}.` }, shouldEndSession: false },
  })
  const alexaConsole = await startConsole({ skill })
  onTestFinished(() => alexaConsole.close())
  const page = await openPage(alexaConsole.url)
  const device = alexaConsole.emulator.device(skill)
  await device.open()
  for (let turn = 1; turn < turns; turn += 1) await device.intent('AMAZON.HelpIntent')

  await page.locator(`#turn-${turns} .speech`).waitFor()
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  expect(await elements()).toBeLessThan(6000)
  const took = await timed(async () => {
    await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
    await page.locator(`#turn-${turns + 1} .speech`).waitFor()
  })
  expect(took).toBeLessThan(2000)

  await page.reload()
  await page.locator(`#turn-${turns + 1} .speech`).waitFor()
  for (let times = 1; times <= 5; times += 1) {
    await page.getByRole('button', { name: 'Show earlier turns' }).click()
    await page.locator(`#turn-${turns + 2 - 50 * (times + 1)}`).waitFor({ state: 'attached' })
  }
  expect(await elements()).toBeLessThan(6000)
  await page.getByRole('button', { name: /later turns: show the latest/ }).click()
  await page.locator(`#turn-${turns + 1} .speech`).waitFor()
}, 180_000)

async function timed(action: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}
