import { startConsole } from '@alexa-profile/console'
import { expect, it, onTestFinished } from 'vitest'
import { openPage } from './browser.js'
import { startTableTalk } from './table-talk.js'

it('changes data and permissions of the customer and of speakers', async () => {
  const { console: alexaConsole } = await startTableTalk()
  const { customer } = alexaConsole.emulator
  const page = await openPage(alexaConsole.url)
  await page.getByLabel('Email address').first().fill('zoe@example.com')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'Mobile number' }).getByLabel('Country code').fill('')
  await page.getByLabel('Full name').fill('')
  await page.keyboard.press('Tab')
  await expect
    .poll(() => customer.data)
    .toMatchObject({
      givenName: 'Ann',
      email: 'zoe@example.com',
      mobileNumber: { phoneNumber: '2065550100' },
    })
  expect(customer.data).not.toHaveProperty('name')
  const address = page.getByRole('group', { name: 'Address', exact: true })
  await address.getByLabel('Postal code').fill('10115')
  await page.keyboard.press('Tab')
  await expect.poll(() => customer.data.address?.postalCode).toBe('10115')
  await page.getByRole('switch', { name: 'The skill may read the first name' }).click()
  await expect.poll(() => [...customer.granted]).toEqual(['alexa::profile:given_name:read'])

  await page.getByRole('button', { name: 'Add a speaker' }).click()
  await page.getByRole('button', { name: 'Ben', exact: true }).click()
  expect(await page.getByLabel('Email address').count()).toBe(0)
  await page.getByLabel('First name').fill('Benno')
  await page.keyboard.press('Enter')
  await page.getByRole('switch', { name: 'The skill may read the first name' }).click()
  await expect.poll(() => customer.speakers[0]?.data.givenName).toBe('Benno')
  await expect.poll(() => customer.speakers[0]?.granted.size).toBe(1)
  await page.getByRole('radio', { name: 'Ben Example' }).check()
  await page.getByRole('button', { name: 'Alexa, open table talk' }).click()
  await page.getByText('speaker recognized').waitFor()
})

it('shows a value as wide as the others if the manifest does not declare its permission', async () => {
  const { console: alexaConsole } = await startTableTalk()
  const page = await openPage(alexaConsole.url)
  const row = page.locator('.person-row', { hasText: 'Full name' })
  const badge = await row.getByText('not in manifest').boundingBox()
  const value = await row.getByRole('textbox').boundingBox()
  const declared = await page.getByLabel('First name').boundingBox()
  expect(value?.width).toBe(declared?.width)
  expect((badge?.y ?? 0) + (badge?.height ?? 0)).toBeLessThanOrEqual(value?.y ?? 0)
})

it("talks to another customer's device, and enables the skill again", async () => {
  const { console: alexaConsole } = await startTableTalk()
  const page = await openPage(alexaConsole.url)
  await page.getByLabel('Device of').selectOption('another customer…')
  await expect.poll(() => page.getByLabel('Device of').locator('option:checked').textContent()).toBe('Customer 2')
  await page.getByRole('button', { name: 'Alexa, open table talk' }).click()
  await page.getByText('Session open').waitFor()
  await page.getByLabel('Device of').selectOption('Ann')
  await page.getByText('No session').waitFor()
  await page.getByRole('switch', { name: 'Enabled' }).click()
  await page.getByText('The skill is disabled in the Alexa app.').waitFor()
  expect(await page.getByRole('button', { name: 'Alexa, open table talk' }).isDisabled()).toBe(true)
  await page.getByRole('switch', { name: 'Enabled' }).click()
  await page.getByRole('button', { name: 'Alexa, open table talk' }).click()
  await page.getByText('Session open').waitFor()
})

it('sends any intent and slots without an interaction model', async () => {
  const seen: unknown[] = []
  const skill = ({ request }: { request: { intent?: { name: string; slots: object } } }) => {
    seen.push(request.intent)
    return { version: '1.0', response: { shouldEndSession: false } }
  }
  const alexaConsole = await startConsole({ skill })
  onTestFinished(() => alexaConsole.close())
  const page = await openPage(alexaConsole.url)
  await page.getByLabel('Intent', { exact: true }).fill('OrderIntent')
  await page.getByRole('button', { name: 'Add a slot' }).click()
  await page.getByLabel('Slot 1').fill('size')
  await page.getByLabel('Value').fill('large')
  await page.keyboard.press('Enter')
  await page.locator('.speech', { hasText: 'Alexa says nothing.' }).waitFor()
  expect(seen).toMatchObject([{ name: 'OrderIntent', slots: { size: { value: 'large' } } }])
})

it('shows the certificate that a skill at a URL must trust', async () => {
  const alexaConsole = await startConsole({ skill: 'http://127.0.0.1:1/alexa' })
  onTestFinished(() => alexaConsole.close())
  const page = await openPage(alexaConsole.url)
  await page.getByRole('tab', { name: 'Skill' }).click()
  const root = page.getByRole('textbox', { name: 'Root certificate' })
  await root.waitFor({ timeout: 20_000 })
  expect(await root.inputValue()).toBe((await alexaConsole.emulator.signer()).root)
  await page.getByRole('switch', { name: 'alexa::profile:name:read' }).click()
  await expect.poll(() => alexaConsole.emulator.declaredScopes.has('alexa::profile:name:read')).toBe(false)
  await page.getByRole('button', { name: 'Alexa, open the skill' }).click()
  await page.getByText('skill-unreachable').waitFor()
})
