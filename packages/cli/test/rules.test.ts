import { describe, expect, it } from 'vitest'
import { checkSkillManifest, manifestRules, type SkillUse } from '../src/index.js'
import { changed, everyUse, soundManifest } from './sound-manifest.js'

/** The case, the manifest, what the skill does, and the paths that the rule reports (none: the rule must accept it). */
type Case = readonly [what: string, manifest: unknown, use: SkillUse, paths: readonly string[]]

const permissions = (...names: string[]) =>
  changed(
    'manifest/permissions',
    names.map((name) => ({ name })),
  )
const endpoint = (uri: unknown, more: object = {}) => changed('manifest/apis/custom/endpoint', { uri, ...more })
const regions = (value: unknown) => changed('manifest/apis/custom/regions', value)
const arn = (region: string) => `arn:aws:lambda:${region}:123456789012:function:table-talk`
const policy = 'manifest/privacyAndCompliance/locales/de-DE/privacyPolicyUrl'

const cases: Readonly<Record<string, readonly Case[]>> = {
  'permissions-shape': [
    ['an object', changed('manifest/permissions', {}), {}, ['manifest/permissions']],
    ['null', changed('manifest/permissions', null), {}, ['manifest/permissions']],
    [
      'strings',
      changed('manifest/permissions', ['alexa::profile:email:read', 7, { scope: 'x' }]),
      {},
      ['manifest/permissions/0', 'manifest/permissions/1', 'manifest/permissions/2'],
    ],
    ['nothing declared', changed('manifest/permissions'), {}, []],
    ['an empty list', changed('manifest/permissions', []), {}, []],
  ],
  'scope-misspelt': [
    ['an extra colon', permissions('alexa::profile::email:read'), {}, ['manifest/permissions/0/name']],
    [
      'no colons',
      permissions('alexa::profile:name:read', 'alexa::profileemailread'),
      {},
      ['manifest/permissions/1/name'],
    ],
    ['a missing colon', permissions('alexa:profile:email:read'), {}, ['manifest/permissions/0/name']],
    ['misspelt as in a card', permissions('read::alexa:devices:all:address'), {}, ['manifest/permissions/0/name']],
    ['the one with a single colon', permissions('alexa:devices:all:address:country_and_postal_code:read'), {}, []],
  ],
  'scope-spelt-as-in-card': [
    ['the address', permissions('read::alexa:device:all:address'), {}, ['manifest/permissions/0/name']],
    [
      'the postal code',
      permissions('read::alexa:device:all:address:country_and_postal_code'),
      {},
      ['manifest/permissions/0/name'],
    ],
    ['a list', permissions('write::alexa:household:list'), {}, ['manifest/permissions/0/name']],
    ['the manifest spelling', permissions('alexa::devices:all:address:full:read'), {}, []],
  ],
  'scope-unknown': [
    ['like no other', permissions('alexa::shoe_size:read'), {}, ['manifest/permissions/0/name']],
    ['misspelt only', permissions('alexa::profile:emial:read'), {}, []],
  ],
  'scope-deprecated': [
    [
      'household lists',
      permissions('alexa::household:lists:read', 'alexa::profile:email:read', 'alexa::household:lists:write'),
      {},
      ['manifest/permissions/0/name', 'manifest/permissions/2/name'],
    ],
    ['reminders', permissions('alexa::alerts:reminders:skill:readwrite'), {}, []],
  ],
  'scope-duplicate': [
    [
      'the second and third',
      permissions('avs::distributed_audio', 'alexa::music:cast', 'avs::distributed_audio', 'avs::distributed_audio'),
      {},
      ['manifest/permissions/2/name', 'manifest/permissions/3/name'],
    ],
  ],
  'scope-undeclared': [
    [
      'one of two fields',
      permissions('alexa::profile:email:read'),
      { fields: ['givenName', 'email'] },
      ['manifest/permissions'],
    ],
    [
      'a field of both levels, once',
      changed('manifest/permissions'),
      { fields: ['name'], speakerFields: ['name'] },
      ['manifest/permissions'],
    ],
    ['misspelt, which another rule reports', permissions('alexa::profileemailread'), { fields: ['email'] }, []],
    ['no option says what is read', changed('manifest/permissions'), {}, []],
  ],
  'scope-unused': [
    ['a field that is not read', soundManifest, { fields: ['email'] }, ['manifest/permissions/0/name']],
    ['a field that is read of the speaker', soundManifest, { fields: ['email'], speakerFields: ['givenName'] }, []],
    ['no field at all', soundManifest, { fields: [] }, ['manifest/permissions/0/name', 'manifest/permissions/1/name']],
    ['no option says what is read of the customer', soundManifest, { speakerFields: ['givenName'] }, []],
  ],
  'person-id-undeclared': [
    [
      'a speaker without an id',
      permissions('alexa::profile:given_name:read'),
      { speakerFields: ['givenName'] },
      ['manifest/permissions'],
    ],
    ['no speaker', permissions('alexa::profile:given_name:read'), { speakerFields: [] }, []],
  ],
  'consent-needs-custom-skill': [
    ['a card', changed('manifest/apis'), { consent: 'card' }, ['manifest/apis/custom']],
    ['a voice', changed('manifest/apis', { smartHome: {} }), { consent: 'voice' }, ['manifest/apis/custom']],
    ['no option says how it asks', changed('manifest/apis'), {}, []],
  ],
  'privacy-policy-missing': [
    ['in one of two locales', changed('manifest/privacyAndCompliance/locales/de-DE'), {}, [policy]],
    ['empty', changed(policy, ''), {}, [policy]],
    ['nowhere', changed('manifest/privacyAndCompliance'), {}, [policy.replace('de-DE', 'en-US'), policy]],
    ['no locale', changed('manifest/publishingInformation'), {}, ['manifest/publishingInformation/locales']],
    ['the skill asks for no personal data', withoutPersonalScopes(changed('manifest/privacyAndCompliance')), {}, []],
  ],
  'privacy-policy-url': [
    ['http', changed(policy, 'http://example.com/privacy'), {}, [policy]],
    ['not a URL', changed(policy, 'https://'), {}, [policy]],
    ['not a string', changed(policy, 7), {}, [policy]],
    ['the skill asks for no personal data', withoutPersonalScopes(changed(policy, 'http://example.com')), {}, []],
  ],
  'child-directed': [
    [
      'asked for, not declared',
      changed('manifest', { publishingInformation: {} }),
      { speakerFields: ['name'] },
      ['manifest/privacyAndCompliance/isChildDirected'],
    ],
    [
      'for children',
      changed('manifest/privacyAndCompliance/isChildDirected', true),
      {},
      ['manifest/privacyAndCompliance/isChildDirected'],
    ],
    [
      'not said',
      changed('manifest/privacyAndCompliance/isChildDirected'),
      {},
      ['manifest/privacyAndCompliance/isChildDirected'],
    ],
    [
      'a string',
      changed('manifest/privacyAndCompliance/isChildDirected', 'false'),
      {},
      ['manifest/privacyAndCompliance/isChildDirected'],
    ],
    [
      'the skill asks for no personal data',
      withoutPersonalScopes(changed('manifest/privacyAndCompliance/isChildDirected', true)),
      {},
      [],
    ],
  ],
  'uses-personal-info': [
    [
      'denied',
      changed('manifest/privacyAndCompliance/usesPersonalInfo', false),
      {},
      ['manifest/privacyAndCompliance/usesPersonalInfo'],
    ],
    ['not said', changed('manifest/privacyAndCompliance'), {}, ['manifest/privacyAndCompliance/usesPersonalInfo']],
    [
      'the skill asks for no personal data',
      withoutPersonalScopes(changed('manifest/privacyAndCompliance/usesPersonalInfo', false)),
      {},
      [],
    ],
  ],
  'events-shape': [
    ['a list', changed('manifest/events', []), {}, ['manifest/events']],
    ['subscriptions in an object', changed('manifest/events/subscriptions', {}), {}, ['manifest/events/subscriptions']],
    ['strings', changed('manifest/events/subscriptions', ['SKILL_ENABLED']), {}, ['manifest/events/subscriptions/0']],
    ['no events', changed('manifest/events'), {}, []],
    ['publications only', changed('manifest/events', { publications: [] }), {}, []],
  ],
  'event-name-unknown': [
    ['a missing letter', subscriptions('SKILL_PERMISSON_CHANGED'), {}, ['manifest/events/subscriptions/0/eventName']],
    [
      'the type of the request',
      subscriptions('AlexaSkillEvent.SkillPermissionAccepted'),
      {},
      ['manifest/events/subscriptions/0/eventName'],
    ],
    ['like no other', subscriptions('SKILL_ENABLED', 'MOON_RISEN'), {}, ['manifest/events/subscriptions/1/eventName']],
    ['of a device', subscriptions('Alexa.Presentation.APL.UserEvent'), {}, []],
  ],
  'permission-event-missing': [
    ['one of two', subscriptions('SKILL_PERMISSION_ACCEPTED'), { events: true }, ['manifest/events/subscriptions']],
    [
      'both',
      changed('manifest/events'),
      { events: true },
      ['manifest/events/subscriptions', 'manifest/events/subscriptions'],
    ],
    [
      'misspelt, which another rule reports',
      subscriptions('SKILL_PERMISSION_ACCEPTED', 'SKILL_PERMISSION_CHANGE'),
      { events: true },
      [],
    ],
    ['events are not used', changed('manifest/events'), { events: false }, []],
  ],
  'events-endpoint-missing': [
    ['none', changed('manifest/events/endpoint'), { events: true }, ['manifest/events/endpoint']],
    ['none for its subscriptions', changed('manifest/events/endpoint'), {}, ['manifest/events/endpoint']],
    ['none for events that are used', changed('manifest/events'), { events: true }, ['manifest/events/endpoint']],
    ['no events', changed('manifest/events'), {}, []],
    ['no subscriptions', changed('manifest/events', { subscriptions: [] }), {}, []],
    [
      'publications only',
      changed('manifest/events', { publications: [{ eventName: 'AMAZON.OrderStatus.Updated' }] }),
      {},
      [],
    ],
  ],
  'endpoint-missing': [
    ['none', changed('manifest/apis/custom/endpoint'), { requireEndpoint: true }, ['manifest/apis/custom/endpoint']],
    ['ask-cli adds it', changed('manifest/apis/custom/endpoint'), {}, []],
  ],
  'ask-cli-v1': [
    [
      'the folder of the code',
      changed('manifest/apis/custom/endpoint', { sourceDir: 'lambda/custom' }),
      {},
      ['manifest/apis/custom/endpoint'],
    ],
    [
      'the folder of the code and the name of the function',
      endpoint('ask-custom-table-talk-default', { sourceDir: 'lambda/custom' }),
      {},
      ['manifest/apis/custom/endpoint'],
    ],
    ['the name of a function', endpoint('ask-custom-table-talk'), {}, ['manifest/apis/custom/endpoint']],
    [
      'in events only',
      changed('manifest/events/endpoint', { uri: 'ask-custom-table-talk' }),
      {},
      ['manifest/events/endpoint'],
    ],
    ['an ARN', endpoint(arn('us-east-1'), { sourceDir: 'lambda/custom' }), {}, []],
    ['a placeholder', endpoint('<lambda-endpoint>'), {}, []],
  ],
  'endpoint-uri': [
    ['no uri', changed('manifest/apis/custom/endpoint', {}), {}, ['manifest/apis/custom/endpoint']],
    ['a placeholder', endpoint('### FILL IN YOUR ARN ###'), {}, ['manifest/apis/custom/endpoint/uri']],
    ['the folder of the code', changed('manifest/apis/custom/endpoint', { sourceDir: 'lambda' }), {}, []],
    ['not an object', changed('manifest/events/endpoint', arn('us-east-1')), {}, ['manifest/events/endpoint']],
    ['a number', endpoint(7), {}, ['manifest/apis/custom/endpoint/uri']],
    ['plain http', endpoint('http://example.com'), {}, ['manifest/apis/custom/endpoint/uri']],
    ['another port', endpoint('https://example.com:8443/alexa'), {}, ['manifest/apis/custom/endpoint/uri']],
    ['half a URL', endpoint('https://'), {}, ['manifest/apis/custom/endpoint/uri']],
    ['the name of a function', endpoint('ask-custom-table-talk'), {}, []],
    [
      'an ARN of something else',
      endpoint('arn:aws:sns:us-east-1:123456789012:table-talk'),
      {},
      ['manifest/apis/custom/endpoint/uri'],
    ],
    ['in a region', regions({ EU: { endpoint: { uri: '' } } }), {}, ['manifest/apis/custom/regions/EU/endpoint/uri']],
    [
      'in a region of events',
      changed('manifest/events/regions', { NA: { endpoint: {} } }),
      {},
      ['manifest/events/regions/NA/endpoint'],
    ],
    ['port 443, said', endpoint('https://example.com:443/', { sslCertificateType: 'Trusted' }), {}, []],
  ],
  'endpoint-certificate': [
    ['not said', endpoint('https://example.com'), {}, ['manifest/apis/custom/endpoint/sslCertificateType']],
    [
      'unknown',
      endpoint('https://example.com', { sslCertificateType: 'trusted' }),
      {},
      ['manifest/apis/custom/endpoint/sslCertificateType'],
    ],
    [
      'an object that cannot be converted to a string',
      endpoint('https://example.com', { sslCertificateType: Object.create(null) }),
      {},
      ['manifest/apis/custom/endpoint/sslCertificateType'],
    ],
    ['not for Lambda', endpoint(arn('us-east-1')), {}, []],
  ],
  'endpoint-region': [
    ['unknown', regions({ US: { endpoint: { uri: arn('us-east-1') } } }), {}, ['manifest/apis/custom/regions/US']],
    [
      'without an endpoint',
      regions({ NA: {}, EU: null }),
      {},
      ['manifest/apis/custom/regions/NA', 'manifest/apis/custom/regions/EU'],
    ],
    ['a list', regions(['NA']), {}, ['manifest/apis/custom/regions']],
    ['none', regions(undefined), {}, []],
  ],
  'endpoint-lambda-region': [
    ['without the trigger', endpoint(arn('eu-central-1')), {}, ['manifest/apis/custom/endpoint/uri']],
    [
      'far away',
      regions({ EU: { endpoint: { uri: arn('us-east-1') } } }),
      {},
      ['manifest/apis/custom/regions/EU/endpoint/uri'],
    ],
    ['as Alexa-hosted skills have it', regions({ FE: { endpoint: { uri: arn('us-west-2') } } }), {}, []],
  ],
}

function subscriptions(...names: string[]): unknown {
  return changed(
    'manifest/events/subscriptions',
    names.map((eventName) => ({ eventName })),
  )
}

function withoutPersonalScopes(manifest: unknown): unknown {
  const { manifest: inner } = manifest as { manifest: object }
  return { manifest: { ...inner, permissions: [{ name: 'alexa::person_id:read' }] } }
}

it('has cases for every rule, failing and passing', () => {
  expect(Object.keys(cases)).toEqual(Object.keys(manifestRules))
})

it('finds nothing in a sound manifest with every option', () => {
  expect(checkSkillManifest(soundManifest, everyUse)).toEqual([])
})

describe.each(Object.entries(cases))('%s', (rule, ruleCases) => {
  it.each(ruleCases)('%s', (_, manifest, use, paths) => {
    const findings = checkSkillManifest(manifest, use).filter((finding) => finding.rule === rule)
    expect(findings.map(({ path }) => path.join('/'))).toEqual(paths)
    for (const finding of findings) {
      expect(finding).toMatchObject({ severity: manifestRules[rule]?.severity, source: manifestRules[rule]?.source })
    }
  })
})

/** A mistake is reported once: other rules ignore it. */
it.each([
  ['scope-misspelt', permissions('alexa::profile::email:read'), { fields: ['email'] }],
  ['permissions-shape', changed('manifest/permissions', ['alexa::profile:email:read']), { fields: ['email'] }],
  ['scope-spelt-as-in-card', permissions('read::alexa:device:all:address'), { fields: ['address'] }],
  ['event-name-unknown', subscriptions('SKILL_PERMISSION_ACCEPTED', 'SKILL_PERMISSION_CHANGD'), { events: true }],
  ['endpoint-uri', endpoint(7), { requireEndpoint: true }],
  ['ask-cli-v1', changed('manifest/apis/custom/endpoint', { sourceDir: 'lambda' }), { requireEndpoint: true }],
  ['scope-misspelt', permissions('read::alexa:devices:all:address'), { fields: ['address'] }],
] as const)('%s is the only finding', (rule, manifest, use) => {
  expect(checkSkillManifest(manifest, use).map((finding) => finding.rule)).toEqual([rule])
})
