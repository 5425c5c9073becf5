/** Every situation of the emulator, and what it means to a skill. */
export const situationGroups: readonly {
  readonly title: string
  readonly situations: readonly (readonly [name: string, meaning: string])[]
}[] = [
  {
    title: 'The profile API says no',
    situations: [
      ['throttled', '429, too many requests'],
      ['server-error', '500'],
      ['unavailable', '503'],
      ['token-invalid', '401, the token is dead'],
      ['forbidden-empty', '403 without a body'],
      ['blocked', '403, a page of the content network'],
    ],
  },
  {
    title: 'It takes its time',
    situations: [
      ['slow', 'responds after a second'],
      ['silent', 'never responds'],
      ['endless-body', 'begins to respond and never ends'],
      ['resetting', 'cuts the connection'],
      ['resetting-mid-body', 'cuts it in the middle of the response'],
    ],
  },
  {
    title: 'It responds with nonsense',
    situations: [
      ['malformed', 'broken JSON'],
      ['wrong-shape', 'JSON that is no value'],
      ['html', 'a page in place of a value'],
      ['oversized', 'a value of 1 MiB'],
      ['redirecting', 'somewhere else'],
    ],
  },
  {
    title: 'Skill events',
    situations: [
      ['events-twice', 'each arrives twice'],
      ['events-reordered', 'the latest arrives first'],
      ['events-late', 'half an hour old'],
    ],
  },
]
