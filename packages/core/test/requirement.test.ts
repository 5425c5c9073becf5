import { expect, it, onTestFinished, vi } from 'vitest'
import {
  type AlexaResponse,
  type ConsentAnswer,
  createProfileClient,
  createRequirement,
  type HandlerCall,
  type Obstacle,
  type ProfileDecision,
  type ProfileReader,
  type RequestEnvelope,
} from '../src/index.js'
import { askForConsent, fixSkill, proceed, tryLater } from '../src/testing.js'

interface Said {
  readonly response: AlexaResponse
}

const intent = { name: 'BookTableIntent', confirmationStatus: 'NONE', slots: {} }

/** Returns the same decision for every requirement and records the requirements. */
function readerOf(decision: ProfileDecision, required: unknown[]): ProfileReader {
  const level = (name: string) => ({
    read: () => Promise.reject(new Error('not read')),
    async require(requirement: object, options?: object) {
      required.push({ level: name, ...requirement, ...options })
      return decision
    },
  })
  return { ...level('customer'), speaker: level('speaker') } as unknown as ProfileReader
}

/** A call of a handler in a session, and what it records. */
function callWith(
  decision: ProfileDecision,
  {
    consentAnswer,
    shouldAsk,
    request = { type: 'IntentRequest', locale: 'en-US', intent },
    session = { attributes: {} },
  }: {
    consentAnswer?: ConsentAnswer
    shouldAsk?: () => boolean
    request?: RequestEnvelope['request'] & { intent?: object }
    session?: { attributes: Record<string, unknown> } | undefined | null
  } = {},
) {
  const client = createProfileClient({ skillName: 'Table Talk' })
  onTestFinished(() => client.close())
  const required: unknown[] = []
  let attributes: Record<string, unknown> = session?.attributes ?? {}
  const call: HandlerCall<string, Said> = {
    client,
    reader: readerOf(decision, required),
    context: 'the framework',
    shouldAsk,
    envelope: {
      context: { System: { apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'token' } },
      ...(session && { session }),
      request,
    },
    consentAnswer,
    handler: 'book',
    remember(change) {
      attributes = change(attributes)
    },
    respond: (response) => ({ response }),
  }
  return { call, required, attributes: () => attributes }
}

const nothing = { declined: undefined, otherwise: undefined }
const booked = () => ({ response: { outputSpeech: { type: 'SSML' as const, ssml: 'Booked.' } } })
const byVoice = { required: ['email'] as const, consent: 'voice' as const, purpose: 'book your table' }

it("calls the handler with the required values, at the requirement's level and with its deadline", async () => {
  const requirement = createRequirement<string>({
    level: 'speaker',
    required: ['givenName'],
    optional: ['mobileNumber'],
    deadlineMs: 500,
  })
  const { call, required } = callWith(proceed({ givenName: 'Ann' }))
  const handle = vi.fn(booked)

  expect(await requirement.meet(call, { ...nothing, proceed: handle })).toEqual(booked())
  expect(handle.mock.calls).toEqual([[{ givenName: 'Ann' }, expect.objectContaining({ action: 'proceed' })]])
  expect(required).toEqual([{ level: 'speaker', required: ['givenName'], optional: ['mobileNumber'], deadlineMs: 500 }])
})

it('names handlers by their required fields, in any order', () => {
  const nameOf = (...required: ('email' | 'name')[]) => createRequirement<string>({ required }).name

  // These names are part of tokens that another version of the skill may have written.
  expect(nameOf('name', 'email', 'name')).toBe('customer:email+name')
  expect(nameOf()).toBe('customer:')
  expect(nameOf('email', 'name')).toBe(nameOf('name', 'email', 'name'))
  expect(nameOf('email')).not.toBe(nameOf('name'))
  expect(createRequirement<string>({ level: 'speaker', required: ['name'] }).name).not.toBe(nameOf('name'))
})

it('requires only the fields that it names', async () => {
  const { call, required } = callWith(proceed({ email: 'ann@example.com' }))
  await createRequirement<string>({ required: ['email'] }).meet(call, { ...nothing, proceed: booked })
  await createRequirement<string>({ optional: ['name'] }).meet(call, { ...nothing, proceed: booked })
  expect(required).toEqual([
    { level: 'customer', required: ['email'], optional: [], deadlineMs: undefined },
    { level: 'customer', required: [], optional: ['name'], deadlineMs: undefined },
  ])
})

it('calls declined after a consent answer to more fields than it requires, even if the handler responds itself', async () => {
  const requirement = createRequirement<string>(byVoice)
  const consentAnswer: ConsentAnswer = { answer: 'declined', fields: ['name', 'email'], scopes: [] }
  const { call, required, attributes } = callWith(askForConsent(['email']), { consentAnswer })
  const declined = vi.fn(booked)

  await requirement.meet(call, { ...nothing, proceed: booked, declined })
  await requirement.respond(askForConsent(['email']), call, declined)
  expect(declined.mock.calls).toEqual([[consentAnswer], [consentAnswer]])
  const { response } = await requirement.respond(askForConsent(['email']), call)
  expect(response.outputSpeech?.ssml).toContain("I can't book your table")
  expect([required, attributes()]).toEqual([[], {}])
})

it('asks for nothing if no consent is missing, and keeps the session attributes', async () => {
  const requirement = createRequirement<string>(byVoice)
  const shouldAsk = vi.fn(() => false)
  const { call, attributes } = callWith(tryLater(['email']), { shouldAsk })
  const declined = vi.fn(booked)
  await requirement.meet(call, { ...nothing, proceed: booked, declined })
  expect(declined).not.toHaveBeenCalled()
  expect(shouldAsk).not.toHaveBeenCalled()

  const asked = callWith(askForConsent(['email']))
  await requirement.meet(asked.call, { ...nothing, proceed: booked })
  expect([attributes(), asked.attributes()]).toEqual([{}, {}])
})

it('uses shouldAsk of the requirement before that of the integration', async () => {
  const shouldAsk = vi.fn(() => true)
  const requirement = createRequirement<string>({ required: ['email'], shouldAsk })
  const integrations = vi.fn(() => false)
  const { call } = callWith(askForConsent(['email']), { shouldAsk: integrations })

  expect((await requirement.meet(call, { ...nothing, proceed: booked })).response).toHaveProperty('card')
  expect(shouldAsk.mock.calls).toEqual([['the framework', askForConsent(['email'])]])
  expect(integrations).not.toHaveBeenCalled()
})

it('calls declined after a consent answer to its fields, and reads nothing', async () => {
  const requirement = createRequirement<string>(byVoice)
  const consentAnswer: ConsentAnswer = { answer: 'redirected-to-app', fields: ['email'], scopes: [] }
  const { call, required } = callWith(askForConsent(['email']), { consentAnswer })
  const declined = vi.fn(booked)

  await requirement.meet(call, { ...nothing, proceed: booked, declined })
  expect(declined.mock.calls).toEqual([[consentAnswer]])
  const { response } = await requirement.meet(call, { ...nothing, proceed: booked })
  expect(response.outputSpeech?.ssml).toContain('open your Alexa app')
  expect(required).toEqual([])
})

it('asks again after a consent answer to other fields', async () => {
  const requirement = createRequirement<string>(byVoice)
  const consentAnswer: ConsentAnswer = { answer: 'redirected-to-app', fields: ['name'], scopes: [] }
  const { call } = callWith(askForConsent(['email']), { consentAnswer })
  const declined = vi.fn(booked)

  const { response } = await requirement.meet(call, { ...nothing, proceed: booked, declined })

  expect(response.directives).toHaveLength(1)
  expect(response.directives?.[0]?.token).toContain('"handler":"book"')
  expect(declined).not.toHaveBeenCalled()
})

it('asks by card for the last time if the customer agreed but a permission is still missing', async () => {
  const requirement = createRequirement<string>(byVoice)
  const { call, attributes } = callWith(askForConsent(['email']), {
    consentAnswer: { answer: 'accepted', fields: ['email'], scopes: [] },
  })

  expect((await requirement.meet(call, { ...nothing, proceed: booked })).response).toHaveProperty('card')

  const later = callWith(askForConsent(['email']), { session: { attributes: attributes() } })
  const { response } = await requirement.meet(later.call, { ...nothing, proceed: booked })
  expect(response.outputSpeech?.ssml).toContain("without your email address I can't book your table")
  expect(response).not.toHaveProperty('card')
})

it('passes the usual response to otherwise, including the response of declined', async () => {
  const requirement = createRequirement<string>(byVoice)
  const otherwise = (_: Obstacle, respond: () => Promise<Said>) => respond()

  const later = await requirement.meet(callWith(tryLater(['email'])).call, { ...nothing, proceed: booked, otherwise })
  expect(later.response.outputSpeech?.ssml).toContain('Please try again')

  const { call } = callWith(askForConsent(['email']), { shouldAsk: () => false })
  const declined = vi.fn(booked)
  await requirement.meet(call, { proceed: booked, otherwise, declined })
  expect(declined.mock.calls).toEqual([[{ answer: 'declined', fields: ['email'], scopes: [] }]])
})

it.each([
  ['an event', { type: 'AlexaSkillEvent.SkillPermissionChanged' }, null],
  ['a request without a session', { type: 'IntentRequest', intent }, null],
  ['the end of a session', { type: 'SessionEndedRequest' }, { attributes: {} }],
  ['an exception', { type: 'System.ExceptionEncountered' }, { attributes: {} }],
  ['a question whether the skill can fulfill', { type: 'CanFulfillIntentRequest', intent }, { attributes: {} }],
])('sends no speech and asks for nothing in the response to %s', async (_, request, session) => {
  const requirement = createRequirement<string>(byVoice)
  const shouldAsk = vi.fn(() => true)
  const { call } = callWith(askForConsent(['email']), { request, session, shouldAsk })
  const declined = vi.fn(booked)

  expect(await requirement.meet(call, { ...nothing, proceed: booked, declined })).toEqual({ response: {} })
  expect(shouldAsk).not.toHaveBeenCalled()
  expect(declined).not.toHaveBeenCalled()

  const otherwise = vi.fn((_: Obstacle, respond: () => Promise<Said>) => respond())
  expect(await requirement.meet(call, { ...nothing, proceed: booked, otherwise })).toEqual({ response: {} })
  expect(otherwise).toHaveBeenCalledOnce()
})

it('warns the developer of an undeclared scope, even if the customer does not hear the response', async () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const { call } = callWith(fixSkill(['email']), { request: { type: 'AlexaSkillEvent.SkillEnabled' }, session: null })

  await createRequirement<string>(byVoice).meet(call, { ...nothing, proceed: booked })

  expect(warn).toHaveBeenCalledOnce()
})

it('requires a decision, except after a negative consent answer', async () => {
  const requirement = createRequirement<string>({})
  const { call } = callWith(proceed({}), { consentAnswer: { answer: 'declined', fields: ['email'], scopes: [] } })

  expect((await requirement.respond(undefined, call)).response.outputSpeech?.ssml).toContain("I can't continue")
  await expect(requirement.respond(undefined, callWith(proceed({})).call)).rejects.toMatchObject({
    code: 'decision-invalid',
    message: expect.stringContaining('decision'),
  })
})

it('rejects mistakes when the requirement is created', () => {
  const make = (options: object, names?: string[]) => () => createRequirement(options, names)

  expect(make({ requried: ['email'] })).toThrow('requried')
  expect(make({ required: ['mail'] })).toThrow('mail')
  expect(make({ required: ['email'], level: 'speaker' })).toThrow('email')
  expect(make({ declined: 'goOn' })).toThrow('declined')
  expect(make({ shouldAsk: true })).toThrow('shouldAsk must be a function')
  expect(make({ consent: 'mail' })).toThrow('consent')
  expect(make({ prompts: { askForConsent: 'Please.' } })).toThrow('prompts')
  expect(make({ skillName: 5 })).toThrow('skillName')
  expect(make({ declined: 'goOn' }, ['declined'])).not.toThrow()
})
