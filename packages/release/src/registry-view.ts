import type { LocalRegistry } from './local-registry.js'

/** A registry's data about one package. */
export interface RegistryView {
  readonly tags: Readonly<Record<string, string>>
  readonly versions: Readonly<Record<string, PublishedManifest>>
}

export interface PublishedManifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly dist: { readonly tarball: string }
}

export async function viewPackage({ url }: LocalRegistry, name: string): Promise<RegistryView> {
  const answer = await fetch(url + name.replace('/', '%2f'))
  if (!answer.ok) throw new Error(`${name} is not in the registry (status ${answer.status}).`)
  const { 'dist-tags': tags, versions } = (await answer.json()) as RegistryView & { 'dist-tags': RegistryView['tags'] }
  return { tags, versions }
}
