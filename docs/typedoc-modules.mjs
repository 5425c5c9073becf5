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
    page.contents = `---\ndescription: ${JSON.stringify(`Reference: ${description}`)}\n---\n\n${page.contents}`
  })
}
