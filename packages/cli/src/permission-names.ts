import { spellingsOf } from '@alexa-profile/core'

export { permissionNames } from '@alexa-profile/emulator/permission-names'

/** The manifest's spelling of a permission that is written as on a consent card; `undefined` for every other name. */
export function manifestSpellingOf(name: string): string | undefined {
  const manifest = spellingsOf(name)?.manifest
  return manifest === name ? undefined : manifest
}
