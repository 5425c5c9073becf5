/** A way in which skills read the profile or the device's settings, and what to know about it. */
export interface ReadKind {
  readonly title: string
  /** What it does in situations that a customer can bring about, as measured. */
  readonly today: readonly string[]
  readonly instead: readonly string[]
  readonly guide: string
}

const askSdk = {
  instead: [
    "profileFor(input).read(['email', 'address']): a result for each field, in one round trip, and it never rejects because of Alexa",
    "requireProfile({ required: ['email'] }, { canHandle, handle }): asks for consent by itself, where something is missing",
  ],
  guide: 'https://www.npmjs.com/package/@alexa-profile/ask-sdk',
}

const serviceClient = [
  'Alexa does not answer: the promise stays pending, and Alexa ends the session after 8 seconds.',
  'The connection breaks off in the middle of an answer: the promise never settles.',
  '403 with a page of the content network looks like missing consent, and a card does not help.',
  'Broken JSON: a SyntaxError that quotes the answer, so personal data in the logs.',
  'The token goes to whatever host the request names.',
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
      'Alexa does not answer: the promise stays pending.',
      '401, 429 and 500: the promise RESOLVES with the error in place of the value.',
      'A field that is not set is an empty string.',
    ],
    instead: ["this.$profile.read(['email']), or requireProfile() around the handler, which asks for consent"],
    guide: 'https://www.npmjs.com/package/@alexa-profile/jovo',
  },
  'jovo-4': {
    title: 'Jovo 4',
    today: [
      'Alexa does not answer: the promise stays pending.',
      '401 looks like missing consent, and a card does not help.',
      'A field that is not set is an empty string. mobileNumber, which the type has, is always undefined.',
    ],
    instead: ["this.$profile.read(['email']), or @RequireProfile() at the handler, which asks for consent"],
    guide: 'https://www.npmjs.com/package/@alexa-profile/jovo',
  },
  'hand-written': {
    title: 'A request of your own',
    today: [
      'Check these by hand: a time limit, 204 (no body), 403 without consent, 401, 429 with Retry-After, and who gets the token.',
    ],
    instead: [
      "createProfileClient().forRequest(envelope).read(['email']) of @alexa-profile/core, which works without a framework",
    ],
    guide: 'https://www.npmjs.com/package/@alexa-profile/core',
  },
} as const satisfies Record<string, ReadKind>

export type ReadKindName = keyof typeof readKinds
