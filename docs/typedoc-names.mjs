import { Converter } from 'typedoc'

/** Names each module of the reference as users import it: `core/src/phone` is `@alexa-profile/core/phone`. */
export function load({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const entry of project.children ?? []) {
      entry.name = `@alexa-profile/${entry.name.replace(/\/src(?:\/index)?/, '')}`
    }
  })
}
