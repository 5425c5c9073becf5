/** Contestants by what a reader knows them as; ours first, the floor last. */
export const labels = {
  core: 'alexa-profile',
  'ask-over-ours': 'ask-sdk, `Promise.all`, over our `ProfileApiClient`',
  'ask-sequential': 'ask-sdk, as samples write it',
  'ask-parallel': 'ask-sdk, `Promise.all`',
  'jovo-sequential': 'Jovo 4',
  'jovo-parallel': 'Jovo 4, `Promise.all`',
  'jovo3-sequential': 'Jovo 3',
  fetch: 'global `fetch`, `Promise.all`',
  undici: 'undici `Pool`, tuned',
  https: '`node:https` by hand, tuned',
  raw: 'raw TLS, pipelined (the floor)',
}

export const plainLabel = (name) => labels[name].replaceAll('`', '')
