/** The order of the pages. A page's name in the sidebar is its `title`, or its first heading. */
export const sections: { readonly text: string; readonly pages: readonly string[]; readonly collapsed?: boolean }[] = [
  { text: 'Start', pages: ['guide/getting-started'] },
  { text: 'Consent and results', pages: [] },
  { text: 'Build and test', pages: [] },
  { text: 'Run it', pages: [] },
  { text: 'Move here', pages: [] },
  { text: 'Publish your skill', pages: [] },
  { text: 'Reference', pages: ['prompts', 'performance', 'reliability'] },
  {
    text: 'API',
    collapsed: true,
    pages: [
      'api/core',
      'api/core/phone',
      'api/core/testing',
      'api/ask-sdk',
      'api/jovo',
      'api/jovo/v3',
      'api/nestjs',
      'api/request-verifier',
      'api/emulator',
      'api/emulator/console',
      'api/emulator/mailbox',
      'api/cli',
    ],
  },
  { text: 'Decisions', collapsed: true, pages: ['decisions/*'] },
]
