import convert from 'npm-to-yarn'
import type { MarkdownRenderer } from 'vitepress'

type Token = ReturnType<MarkdownRenderer['parse']>[number]

/** Shows commands for npm as a group of tabs: npm, pnpm and yarn. Pages contain the npm commands only. */
export function packageManagers(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('package-managers', (state) => {
    state.tokens = state.tokens.flatMap((token, at) => {
      const inGroup = state.tokens[at - 1]?.type === 'container_code-group_open'
      if (token.type !== 'fence' || token.info.trim() !== 'sh' || inGroup || !isForNpm(token.content)) return [token]
      const tabs = (['npm', 'pnpm', 'yarn'] as const).map((manager) => {
        const tab: Token = Object.assign(new state.Token('fence', 'code', 0), token)
        tab.info = `sh [${manager}]`
        if (manager !== 'npm') tab.content = commandsFor(manager, token.content)
        return tab
      })
      const group = (nesting: 1 | -1) =>
        new state.Token(`container_code-group_${nesting === 1 ? 'open' : 'close'}`, 'div', nesting)
      return [group(1), ...tabs, group(-1)]
    })
  })
}

const isForNpm = (commands: string): boolean => /^(npm |npx alexa-profile )/m.test(commands)

const installed = { pnpm: 'pnpm exec', yarn: 'yarn' } as const
const inFolder = { pnpm: 'pnpm --dir', yarn: 'yarn --cwd' } as const

/** `npx` runs a program that is installed already: npm-to-yarn would download it. It also takes the folder of `--prefix` for a package. */
export function commandsFor(manager: 'pnpm' | 'yarn', commands: string): string {
  return commands
    .split('\n')
    .map((line) => {
      if (line.startsWith('npx ')) return line.replace('npx', installed[manager])
      const [prefix, folder] = / --prefix (\S+)/.exec(line) ?? []
      if (prefix === undefined) return convert(line, manager)
      return convert(line.replace(prefix, ''), manager).replace(manager, `${inFolder[manager]} ${folder}`)
    })
    .join('\n')
}
