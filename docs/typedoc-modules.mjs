import { readFileSync } from 'node:fs'
import { Converter } from 'typedoc'

/** Names each module of the reference as users import it, `core/src/phone` as `@alexa-profile/core/phone`, and describes it. */
export function load({ converter, renderer }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const entry of project.children ?? []) {
      entry.name = `@alexa-profile/${entry.name.replace(/\/src(?:\/index)?/, '')}`
    }
  })
  renderer.on('endPage', (page) => {
    const [, folder] = page.model.name.match(/^@alexa-profile\/([^/]+)/) ?? []
    if (folder === undefined) return
    const manifest = new URL(`../packages/${folder}/package.json`, import.meta.url)
    const { description } = JSON.parse(readFileSync(manifest, 'utf8'))
    const contents = withExistingAnchors(page.contents)
    page.contents = `---\ndescription: ${JSON.stringify(`Reference: ${description}`)}\n---\n\n${contents}`
  })
}

/**
 * The plugin numbers an anchor if a member has the same one with its class: `RequestVerifierError` with `code`, and the type
 * `RequestVerifierErrorCode`. The page has one such heading, without a number.
 */
function withExistingAnchors(markdown) {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, text]) => text.toLowerCase().replace(/[^\w-]/g, ''))
  return markdown.replace(/\(#([\w-]+)-(\d+)\)/g, (link, name, number) => {
    const count = headings.filter((heading) => heading === name).length
    return count === 1 && number === '1' ? `(#${name})` : link
  })
}
