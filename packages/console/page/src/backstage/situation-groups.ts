/** Every situation of the emulator, with its effect. */
export const situationGroups: readonly {
  readonly title: string
  readonly situations: readonly (readonly [name: string, meaning: string])[]
}[] = [
  {
    title: 'The profile API rejects requests',
    situations: [
      ['throttled', '429, too many requests'],
      ['server-error', '500'],
      ['unavailable', '503'],
      ['token-invalid', '401, the token is expired'],
      ['forbidden-empty', '403 without a body'],
      ['blocked', '403, an HTML page of a CDN'],
    ],
  },
  {
    title: 'It is slow',
    situations: [
      ['slow', 'responds after a second'],
      ['silent', 'never responds'],
      ['endless-body', 'starts a response that never ends'],
      ['resetting', 'resets the connection'],
      ['resetting-mid-body', 'resets it in the middle of the response'],
    ],
  },
  {
    title: 'It sends invalid responses',
    situations: [
      ['malformed', 'broken JSON'],
      ['wrong-shape', 'JSON that is not a value'],
      ['html', 'an HTML page instead of a value'],
      ['oversized', 'a value of 1 MiB'],
      ['redirecting', 'a redirect to another host'],
    ],
  },
  {
    title: 'Skill events',
    situations: [
      ['events-twice', 'each event arrives twice'],
      ['events-reordered', 'the latest arrives first'],
      ['events-late', 'half an hour old'],
    ],
  },
]
