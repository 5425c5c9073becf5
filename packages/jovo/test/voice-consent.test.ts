import type { ConsentAnswer, Profile } from '@alexa-profile/core'
import { BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { expect, it, onTestFinished, vi } from 'vitest'
import { ProfileDecisionOutput, ProfileHandles, RequireProfile, VoiceConsentOutput } from '../src/index.js'
import { itKeepsAnswersToTheHandlerThatAsked } from './support/answers.js'
import { startApp } from './support/start-app.js'

function say(component: BaseComponent, message: string) {
  return component.$send({ message, listen: false })
}

@Global()
@Component()
class MainComponent extends BaseComponent {
  LAUNCH() {
    return this.$redirect(WelcomeComponent)
  }

  @RequireProfile({ required: ['email'], consent: 'voice', declined: 'goOnWithout' })
  BookIntent() {
    return say(this, 'Booked.')
  }

  goOnWithout({ answer }: ConsentAnswer) {
    return say(this, `${answer}: ${this.$input.getIntentName()} for ${this.$entities.party?.value}.`)
  }

  @RequireProfile({ required: ['mobileNumber'], consent: 'voice', declined: 'mailInstead' })
  TextIntent() {
    return this.$redirect(MailComponent)
  }

  mailInstead() {
    return this.$redirect(MailComponent)
  }

  async ByHandIntent() {
    const decision = await this.$profile.require({ required: ['email'] })
    if (decision.action === 'proceed') return say(this, `By hand for ${this.$entities.party?.value}.`)
    return this.$send(ProfileDecisionOutput, { decision, purpose: 'book your table', consent: 'voice' })
  }

  NewsletterIntent() {
    return this.$send(VoiceConsentOutput, { fields: ['email'], token: 'newsletter', message: 'I have news.' })
  }

  @Handle(ProfileHandles.onConsentAnswer({ token: 'newsletter', answer: 'accepted' }))
  subscribed() {
    return say(this, `${this.$profile.consentAnswer?.token}: subscribed.`)
  }

  @Handle(ProfileHandles.onConsentAnswer())
  otherAnswer() {
    return say(this, `Other: ${this.$profile.consentAnswer?.answer}.`)
  }

  UNHANDLED() {
    return say(this, 'Unhandled by main.')
  }
}

/** Its UNHANDLED would handle every request in its state, including the launch that is resumed. */
@Component()
class WelcomeComponent extends BaseComponent {
  @RequireProfile({ required: ['givenName'], consent: 'voice', purpose: 'greet you' })
  START({ givenName }: Profile<'givenName'>) {
    return this.$send({ message: `Welcome, ${givenName}.`, listen: true })
  }

  YesIntent() {
    return say(this, `Still in ${this.$state?.map(({ component }) => component)}.`)
  }

  UNHANDLED() {
    return say(this, 'Unhandled by welcome.')
  }
}

@Component()
class MailComponent extends BaseComponent {
  @RequireProfile({ required: ['email'], consent: 'voice', declined: 'sayNo' })
  START({ email }: Profile<'email'>) {
    return say(this, `Mailed ${email}.`)
  }

  sayNo() {
    return say(this, 'No mail.')
  }
}

const start = () => startApp([MainComponent, WelcomeComponent, MailComponent])

it('continues with the handler that asked, in its component and state, even if the router would find another handler', async () => {
  const { device } = await start()

  expect((await device.open()).consentRequest?.permissions).toHaveLength(1)
  expect((await device.answerConsent('accept')).speech).toBe('Welcome, Ann.')
  expect((await device.intent('YesIntent')).speech).toBe('Still in WelcomeComponent.')
})

itKeepsAnswersToTheHandlerThatAsked(start)

it('returns the consent answer to a handler that sends ProfileDecisionOutput itself', async () => {
  const { device } = await start()

  const asked = await device.intent('ByHandIntent', { party: '2' })
  expect(asked.violations).toEqual([])
  expect(Object.keys(asked.response?.response ?? {}).sort()).toEqual(['directives', 'outputSpeech'])
  expect((await device.answerConsent('redirect')).speech).toContain('Please open your Alexa app')

  await device.intent('ByHandIntent', { party: '2' })
  expect((await device.answerConsent('accept')).speech).toBe('By hand for 2.')
})

it("passes the answer to a skill's own VoiceConsentOutput to onConsentAnswer", async () => {
  const { device } = await start()

  const asked = await device.intent('NewsletterIntent')
  expect(asked.violations).toEqual([])
  expect(asked.speech).toBe('I have news.')
  expect((await device.answerConsent('deny')).speech).toBe('Other: declined.')

  await device.intent('NewsletterIntent')
  expect((await device.answerConsent('accept')).speech).toBe('newsletter: subscribed.')
})

it.each(['MainComponent#constructor', 'OldComponent#BookIntent', '__proto__#BookIntent', ''])(
  "continues with the router's handler if the handler that asked no longer exists: %j",
  async (handler) => {
    const { emulator, device, skill } = await start()
    const asked = await device.intent('BookIntent', { party: '4' })
    const token = String(asked.consentRequest?.token)
    const request = {
      type: 'SessionResumedRequest',
      cause: {
        type: 'ConnectionCompleted',
        token: token.replace('"BookIntent"', '"OldIntent"').replace('MainComponent#BookIntent', handler),
        status: { code: '200', message: 'OK' },
        result: { status: 'ACCEPTED' },
      },
    }

    expect(JSON.stringify(await skill(emulator.envelope({ request })))).toContain('Unhandled by main.')
  },
)

it('rejects the name of a method that the component does not have, when the class is created', () => {
  const decorate = (declined: unknown) => () =>
    (RequireProfile({ required: ['email'], declined } as never) as (...parameters: unknown[]) => void)(
      MainComponent.prototype,
      'BookIntent',
      {},
    )

  expect(decorate('goOnWithot')).toThrow('Unknown method "goOnWithot". Did you mean "goOnWithout"?')
  expect(decorate(() => undefined)).toThrow('declined must be the name of a method')
})

it("asks by voice only for permissions in the plugin's declaredScopes", async () => {
  const errors: unknown[] = []
  const { app, device } = await startApp([MainComponent], { declaredScopes: ['alexa::profile:name:read'] })
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => printed.mockRestore())
  app.onError((error) => void errors.push(error))

  expect((await device.intent('NewsletterIntent')).consentRequest).toBeUndefined()
  expect(errors).toMatchObject([{ code: 'scope-not-declared' }])
})
