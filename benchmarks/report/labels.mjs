/** The readers' names for the contestants: ours first, the lower limit last. */
export const labels = {
  core: 'alexa-profile',
  'ask-over-ours': 'ask-sdk, `Promise.all`, with `ProfileApiClient`',
  'ask-sequential': 'ask-sdk, as in its samples',
  'ask-parallel': 'ask-sdk, `Promise.all`',
  'jovo-sequential': 'Jovo 4',
  'jovo-parallel': 'Jovo 4, `Promise.all`',
  'jovo3-sequential': 'Jovo 3',
  fetch: 'global `fetch`, `Promise.all`',
  undici: 'undici `Pool`, tuned',
  https: 'hand-written `node:https`, tuned',
  raw: 'raw TLS, pipelined (the lower limit)',
}

export const plainLabel = (name) => labels[name].replaceAll('`', '')
