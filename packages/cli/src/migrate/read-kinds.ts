/** A way in which skills read the profile or the device's settings. */
export interface ReadKind {
  readonly title: string
  /** The measured behaviour in situations that customers meet. */
  readonly today: readonly string[]
  readonly instead: readonly string[]
  readonly guide: string
}

const askSdk = {
  instead: [
    "profileFor(input).read(['email', 'address']) returns a result for each field, in one round trip. It never rejects when Alexa's API fails.",
    "requireProfile({ required: ['email'] }, { canHandle, handle }) asks for consent if a value is missing.",
  ],
  guide: 'https://www.npmjs.com/package/@alexa-profile/ask-sdk',
}

const serviceClient = [
  'If the API does not respond, the promise stays pending, and Alexa ends the session after 8 seconds.',
  'If the connection is lost in the middle of a response, the promise never settles.',
  'A 403 with an HTML page from the CDN looks like missing consent, but a card does not help.',
  'Broken JSON causes a SyntaxError that quotes the response, so personal data ends up in the logs.',
  'The token is sent to any host that the request names.',
]

export const readKinds = {
  'ups-service-client': {
    title: 'UpsServiceClient',
    today: [...serviceClient, 'A field that is not set is undefined, although its type is a string.'],
    ...askSdk,
  },
  'device-address-service-client': {
    title: 'DeviceAddressServiceClient',
    today: [...serviceClient, 'A part of the address that is not set is null, although its type is a string.'],
    ...askSdk,
  },
  'jovo-3': {
    title: 'Jovo 3',
    today: [
      'If the API does not respond, the promise stays pending.',
      'After 401, 429 and 500, the promise RESOLVES with the error in place of the value.',
      'A field that is not set is an empty string.',
    ],
    instead: ["this.$profile.read(['email']), or requireProfile() around the handler, which also asks for consent"],
    guide: 'https://www.npmjs.com/package/@alexa-profile/jovo',
  },
  'jovo-4': {
    title: 'Jovo 4',
    today: [
      'If the API does not respond, the promise stays pending.',
      'A 401 looks like missing consent, but a card does not help.',
      'A field that is not set is an empty string. mobileNumber is part of the type, but is always undefined.',
    ],
    instead: ["this.$profile.read(['email']), or @RequireProfile() on the handler, which also asks for consent"],
    guide: 'https://www.npmjs.com/package/@alexa-profile/jovo',
  },
  'hand-written': {
    title: 'Your own request',
    today: [
      'Check by hand: a time limit, 204 (no body), 403 without consent, 401, 429 with Retry-After, and which hosts get the token.',
    ],
    instead: [
      "createProfileClient().forRequest(envelope).read(['email']) from @alexa-profile/core, which works without a framework",
    ],
    guide: 'https://www.npmjs.com/package/@alexa-profile/core',
  },
} as const satisfies Record<string, ReadKind>

export type ReadKindName = keyof typeof readKinds
