const lambda = (region: string) => `arn:aws:lambda:${region}:123456789012:function:table-talk:live`

/** A manifest that breaks no rule, with every option. */
export const soundManifest = {
  manifest: {
    manifestVersion: '1.0',
    permissions: [
      { name: 'alexa::profile:given_name:read' },
      { name: 'alexa::profile:email:read' },
      { name: 'alexa::person_id:read' },
      { name: 'alexa::devices:all:geolocation:read' },
    ],
    publishingInformation: { locales: { 'en-US': { name: 'Table Talk' }, 'de-DE': { name: 'Tischgespräch' } } },
    privacyAndCompliance: {
      usesPersonalInfo: true,
      isChildDirected: false,
      locales: {
        'en-US': { privacyPolicyUrl: 'https://example.com/privacy' },
        'de-DE': { privacyPolicyUrl: 'https://example.com/datenschutz' },
      },
    },
    apis: {
      custom: {
        endpoint: { uri: lambda('us-east-1') },
        regions: {
          EU: { endpoint: { uri: lambda('eu-west-1') } },
          FE: { endpoint: { uri: 'https://example.com/alexa', sslCertificateType: 'Wildcard' } },
        },
      },
    },
    events: {
      endpoint: { uri: lambda('us-east-1') },
      subscriptions: [
        { eventName: 'SKILL_PERMISSION_ACCEPTED' },
        { eventName: 'SKILL_PERMISSION_CHANGED' },
        { eventName: 'SKILL_DISABLED' },
        { eventName: 'AudioPlayer.PlaybackStarted' },
      ],
    },
  },
}

/** Everything that a skill can do with the sound manifest. */
export const everyUse = {
  fields: ['givenName', 'email'],
  speakerFields: ['givenName'],
  consent: 'voice',
  events: true,
  requireEndpoint: true,
} as const

/** The sound manifest with one value changed, or removed if no value is given. `path` is as in findings. */
export function changed(path: string, value?: unknown): unknown {
  const copy: Record<string, unknown> = structuredClone(soundManifest)
  const keys = path.split('/')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((object, key) => object[key] as Record<string, unknown>, copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}
