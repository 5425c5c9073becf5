import { fields } from '@alexa-profile/core'
import { describe, expect, it } from 'vitest'
import { say, script } from './scripted-skill.js'
import { started } from './started.js'

const email = fields.email.scope.manifest
const name = fields.name.scope.manifest

const showing =
  (...permissions: string[]) =>
  () =>
    say('Look.', { card: { type: 'AskForPermissionsConsent', permissions } })
const asking = (...permissionScopes: readonly { permissionScope: string; consentLevel: string }[]) =>
  say('May I?', {
    directives: [
      {
        type: 'Connections.StartConnection',
        uri: 'connection://AMAZON.AskForPermissionsConsent/2',
        input: { '@type': 'AskForPermissionsConsentRequest', '@version': '2', permissionScopes },
      },
    ],
  })

describe('a card that is granted for a speaker', () => {
  it('grants for the speaker what speakers can grant, and the rest for the customer, in one event', async () => {
    const emulator = await started()
    const ben = emulator.customer.addSpeaker()
    await emulator.device(showing(name, email)).open()
    emulator.subscribe(() => ({}))
    const [card] = emulator.customer.cards
    card?.grant({ speaker: ben })
    expect(card?.state).toBe('granted')
    expect([[...ben.granted], [...emulator.customer.granted]]).toEqual([[name], [email]])
    await emulator.eventsDelivered()
    expect(emulator.events.map(({ envelope }) => envelope.request)).toMatchObject([
      {
        type: 'AlexaSkillEvent.SkillPermissionAccepted',
        body: { acceptedPermissions: [{ scope: email }], acceptedPersonPermissions: [{ scope: name }] },
      },
    ])
  })

  it('is withdrawn when the speaker revokes a permission, and not when the customer does', async () => {
    const emulator = await started()
    const ben = emulator.customer.addSpeaker()
    await emulator.device(showing(name)).open()
    const [card] = emulator.customer.cards
    card?.grant({ speaker: ben })
    emulator.customer.grant('name')
    emulator.customer.revoke('name')
    expect(card?.state).toBe('granted')
    ben.revoke('name')
    expect(card?.state).toBe('withdrawn')
    card?.grant()
    expect(card?.state).toBe('granted')
    expect(ben.granted).toEqual(new Set())
  })

  it('is withdrawn when the skill is disabled, and stays withdrawn when it is enabled again', async () => {
    const emulator = await started()
    const ben = emulator.customer.addSpeaker()
    await emulator.device(showing(name)).open()
    const [card] = emulator.customer.cards
    card?.grant({ speaker: ben })
    emulator.customer.disableSkill()
    expect(card?.state).toBe('withdrawn')
    expect(() => card?.grant({ speaker: ben })).toThrow('disabled')
    emulator.customer.enableSkill()
    ben.grant('name')
    expect(card?.state).toBe('withdrawn')
  })

  it('rejects a speaker of another customer', async () => {
    const emulator = await started()
    const other = emulator.addCustomer().addSpeaker()
    await emulator.device(showing(name)).open()
    const [card] = emulator.customer.cards
    expect(() => card?.grant({ speaker: other })).toThrow("speaker must belong to the card's customer")
    expect([card?.state, other.granted.size]).toEqual(['open', 0])
  })
})

describe('a voice consent that is redirected to the app', () => {
  it('leaves a card that grants the requested permissions at the same levels', async () => {
    const emulator = await started()
    const ben = emulator.customer.addSpeaker()
    const { skill } = script(
      asking(
        { permissionScope: email, consentLevel: 'ACCOUNT' },
        { permissionScope: name, consentLevel: 'PERSON' },
        { permissionScope: name, consentLevel: 'ACCOUNT' },
      ),
      say('See your app.'),
    )
    const device = emulator.device(skill, { speaker: ben })
    await device.open()
    expect(await device.answerConsent('redirect')).toMatchObject({ speech: 'See your app.', card: undefined })
    expect(emulator.customer.cards).toMatchObject([{ permissions: [email, name], state: 'open' }])
    expect(emulator.customer.granted).toEqual(new Set())
    const [card] = emulator.customer.cards
    card?.grant()
    expect(emulator.customer.granted).toEqual(new Set([email, name]))
    expect(ben.granted).toEqual(new Set([name]))
    ben.revoke('name')
    expect(card?.state).toBe('withdrawn')
  })

  it.each(['accept', 'deny', 'silence', 'failure'] as const)('leaves no card after %s', async (answer) => {
    const emulator = await started()
    const { skill } = script(asking({ permissionScope: email, consentLevel: 'ACCOUNT' }), say('Well.'))
    const device = emulator.device(skill)
    await device.open()
    await device.answerConsent(answer)
    expect(emulator.customer.cards).toEqual([])
  })

  it('leaves no card if the connection fails, as for an undeclared scope', async () => {
    const emulator = await started({ skill: { declaredScopes: [] } })
    const { skill } = script(asking({ permissionScope: email, consentLevel: 'ACCOUNT' }), say('Well.'))
    const device = emulator.device(skill)
    await device.open()
    await device.answerConsent('redirect')
    expect(emulator.customer.cards).toEqual([])
  })
})
