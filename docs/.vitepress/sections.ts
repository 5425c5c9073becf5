export interface Section {
  readonly text: string
  /** The sidebar shows the section on the pages of this folder only. Default: on all other pages. */
  readonly folder?: string
  readonly pages: readonly string[]
}

/** The sidebar's sections and pages, in order. A page's name is its `title` or its first heading. */
export const sections: readonly Section[] = [
  { text: 'Start', pages: ['guide/getting-started'] },
  {
    text: 'Your framework',
    pages: ['guide/ask-sdk', 'guide/jovo', 'guide/jovo-v3', 'guide/nestjs', 'guide/plain'],
  },
  {
    text: 'Consent and results',
    pages: [
      'guide/consent-story',
      'guide/statuses',
      'guide/errors',
      'guide/mobile-numbers',
      'guide/who-is-speaking',
      'guide/no-token-stored',
    ],
  },
  {
    text: 'Build and test',
    pages: [
      'guide/testing',
      'guide/utterances',
      'guide/response-rules',
      'guide/emulator',
      'guide/console',
      'guide/coding-agents',
      'guide/simulators',
      'guide/manifest',
    ],
  },
  { text: 'Deploy', pages: ['guide/lambda', 'guide/alexa-hosted', 'guide/self-hosting', 'guide/time'] },
  {
    text: 'Recipes',
    pages: [
      'guide/recipes/middy',
      'guide/recipes/sam',
      'guide/recipes/hono',
      'guide/recipes/several-skills',
      'guide/recipes/linked-account',
      'guide/recipes/test-runners',
    ],
  },
  {
    text: 'Migrate',
    pages: [
      'guide/migration/old-skill',
      'guide/migration/from-ups-service-client',
      'guide/migration/from-jovo-get-email',
      'guide/migration/from-device-readers',
      'guide/migration/from-hand-written',
      'guide/account-linking',
    ],
  },
  { text: 'Publish your skill', pages: ['guide/policy-checklist', 'guide/alexa-plus', 'guide/faq'] },
  { text: 'Reference', pages: ['prompts', 'performance', 'reliability'] },
  {
    text: 'API',
    folder: 'api',
    pages: [
      'api/core',
      'api/core/phone',
      'api/core/testing',
      'api/ask-sdk',
      'api/jovo',
      'api/jovo/v3',
      'api/nestjs',
      'api/nestjs/overload',
      'api/request-verifier',
      'api/emulator',
      'api/emulator/mailbox',
      'api/emulator/permission-names',
      'api/console',
      'api/cli',
    ],
  },
  { text: 'Decisions', folder: 'decisions', pages: ['decisions/*'] },
]
