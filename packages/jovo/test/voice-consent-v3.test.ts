import type { Jovo } from 'jovo-core'
import { expect, it } from 'vitest'
import { isProfileError, requireProfile } from '../src/v3.js'
import { itKeepsAnswersToTheHandlerThatAsked } from './support/answers.js'
import { startAppV3 } from './support/start-app-v3.js'

const handlers = {
  LAUNCH: requireProfile({ required: ['givenName'], consent: 'voice' }, function ({ givenName }) {
    this.followUpState('Booking').ask(`Welcome, ${givenName}.`)
  }),

  JumpIntent() {
    return this.toStateIntent('Booking', 'PayIntent')
  },

  Booking: {
    ConfirmIntent: requireProfile({ required: ['email'], consent: 'voice' }, function () {
      this.tell(`Confirmed for ${this.$inputs.party?.value} in ${this.getState()}.`)
    }),
    PayIntent: requireProfile({ required: ['email'], consent: 'voice' }, function () {
      this.tell(`Paid in ${this.getState()}.`)
    }),
    'AMAZON.YesIntent': requireProfile({ required: ['email'], consent: 'voice' }, function () {
      this.tell(`Yes in ${this.getState()}.`)
    }),
    Unhandled() {
      this.tell('Unhandled in Booking.')
    },
  },

  BookIntent: requireProfile(
    {
      required: ['email'],
      consent: 'voice',
      declined({ answer }) {
        this.tell(`${answer}: ${this.$nlu.intent?.name} for ${this.$inputs.party?.value}.`)
      },
    },
    function () {
      this.tell('Booked.')
    },
  ),

  TextIntent: requireProfile(
    {
      required: ['mobileNumber'],
      consent: 'voice',
      declined() {
        return this.toIntent('MailIntent')
      },
    },
    function () {
      return this.toIntent('MailIntent')
    },
  ),

  MailIntent: requireProfile(
    {
      required: ['email'],
      consent: 'voice',
      declined() {
        this.tell('No mail.')
      },
    },
    function ({ email }) {
      this.tell(`Mailed ${email}.`)
    },
  ),

  async ByHandIntent() {
    const decision = await this.$profile.require({ required: ['email'] })
    if (decision.action === 'proceed') this.tell(`By hand for ${this.$inputs.party?.value}.`)
    else await this.$profile.respondTo(decision, { purpose: 'book your table', consent: 'voice' })
  },

  NewsletterIntent() {
    this.$profile.askByVoice({ fields: ['email'], token: 'newsletter' })
    this.tell('I have news.')
  },

  ON_PERMISSION() {
    this.tell(`${this.$profile.consentAnswer?.token}: ${this.$profile.consentAnswer?.answer}.`)
  },

  ON_ERROR() {
    const error: unknown = this.$handleRequest?.error
    this.tell(isProfileError(error) ? error.code : String(error))
  },

  Unhandled() {
    this.tell('Unhandled.')
  },
} as Record<string, unknown> & ThisType<Jovo> as never

const start = () => startAppV3(handlers)

it('continues a launch after the consent answer and keeps the state that the handler sets', async () => {
  const { device } = await start()

  expect((await device.open()).consentRequest?.permissions).toHaveLength(1)
  expect((await device.answerConsent('accept')).speech).toBe('Welcome, Ann.')

  const asked = await device.intent('ConfirmIntent', { party: '4' })
  expect(asked.violations).toEqual([])
  expect(asked.consentRequest?.permissions).toHaveLength(1)
  expect((await device.answerConsent('accept')).speech).toBe('Confirmed for 4 in Booking.')
})

it('continues an intent with a dot in its name in the state of the intent', async () => {
  const { device } = await start()
  await device.open()
  await device.answerConsent('accept')

  await device.intent('AMAZON.YesIntent')
  expect((await device.answerConsent('accept')).speech).toBe('Yes in Booking.')
})

it('continues with the handler that asked, even if the router would find another handler', async () => {
  const { device } = await start()

  expect((await device.intent('JumpIntent')).consentRequest?.permissions).toHaveLength(1)
  expect((await device.answerConsent('accept')).speech).toBe('Paid in Booking.')
})

itKeepsAnswersToTheHandlerThatAsked(start)

it('returns the consent answer to a handler that calls respondTo itself', async () => {
  const { device } = await start()

  const asked = await device.intent('ByHandIntent', { party: '2' })
  expect(asked.violations).toEqual([])
  expect(Object.keys(asked.response?.response ?? {}).sort()).toEqual(['directives', 'outputSpeech'])
  expect((await device.answerConsent('redirect')).speech).toContain('Please open your Alexa app')

  await device.intent('ByHandIntent', { party: '2' })
  expect((await device.answerConsent('accept')).speech).toBe('By hand for 2.')
})

it("passes the answer to a skill's own askByVoice call to ON_PERMISSION", async () => {
  const { device } = await start()

  const asked = await device.intent('NewsletterIntent')
  expect(asked.violations).toEqual([])
  expect(asked.speech).toBe('I have news.')
  expect((await device.answerConsent('accept')).speech).toBe('newsletter: accepted.')
})

it("continues with the router's handler if the handler that asked no longer exists", async () => {
  const { emulator, device, skill } = await start()
  const asked = await device.intent('BookIntent', { party: '4' })
  const token = String(asked.consentRequest?.token)
  const request = {
    type: 'SessionResumedRequest',
    cause: {
      type: 'ConnectionCompleted',
      token: token.replaceAll('"BookIntent"', '"constructor"'),
      status: { code: '200', message: 'OK' },
      result: { status: 'ACCEPTED' },
    },
  }

  expect(JSON.stringify(await skill(emulator.envelope({ request })))).toContain('Unhandled.')
})

it("asks by voice only for permissions in the plugin's declaredScopes", async () => {
  const { device } = await startAppV3(handlers, { declaredScopes: ['alexa::profile:name:read'] })

  expect(await device.intent('NewsletterIntent')).toMatchObject({
    speech: 'scope-not-declared',
    consentRequest: undefined,
  })
})

it('rejects mistakes when a handler is created', () => {
  const make = (options: object, handler?: unknown) => () => requireProfile(options as never, handler as never)

  expect(make({ required: ['email'] })).toThrow('handler is missing. Pass a function.')
  expect(make({ required: ['email'], declined: 'goOn' }, () => {})).toThrow('declined must be a function.')
  expect(make({ required: ['email'], otherwse() {} }, () => {})).toThrow('otherwse')
})
