import type { DefaultTheme } from 'vitepress'

/** The site's own search index. Its functions also run in the browser, so they refer to nothing outside themselves. */
export const search: NonNullable<DefaultTheme.Config['search']> = {
  provider: 'local',
  options: {
    /** Adds a page's description and keywords, which the page does not show, to the text of its first heading. */
    _render(source, env, markdown) {
      const html = markdown.render(source, env)
      const { description = '', keywords = [] } = env.frontmatter ?? {}
      return html.replace('</h1>', (end) => `${end}<p>${description} ${[keywords].flat().join(' ')}</p>`)
    },
    miniSearch: {
      options: {
        processTerm(term: string) {
          const word = term.toLowerCase()
          const unspecific =
            'a an and are as at be by can do does for from how i if in is it my of on or s the this to what when why with'
          return unspecific.split(' ').includes(word) ? null : word
        },
      },
      searchOptions: {
        boost: { title: 3, titles: 1, text: 1.5 },
        fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
        prefix: (term: string) => term.length > 2,
        maxFuzzy: 2,
        boostDocument: (id: string) =>
          /\/(?:api|decisions)\/|\/(?:performance|reliability|prompts)\b/.test(id) ? 0.4 : 1,
      },
    },
  },
}
