import { cancel, confirm, isCancel, select, text } from '@clack/prompts'
import type { CreateHost } from './create-host.js'
import type { Template } from './templates.js'

export interface Answers {
  readonly folder?: string | undefined
  readonly framework?: string | undefined
  readonly install?: boolean | undefined
}

/**
 * Asks the user for missing answers. `undefined` if the user cancels.
 *
 * @param folderProblem says why a folder cannot be used, which is shown at once
 */
export async function ask(
  given: Answers,
  available: readonly Template[],
  folderProblem: (folder: string) => string | undefined,
  host: CreateHost,
): Promise<Answers | undefined> {
  const streams = { input: host.input, output: host.output }
  const usual = 'my-skill'
  const validate = (folder = '') => folderProblem(folder || usual)
  const folder =
    given.folder ??
    (await text({ ...streams, message: 'Which folder?', placeholder: usual, defaultValue: usual, validate }))
  if (isCancel(folder)) return leave(streams)

  const options = available.map(({ framework, description }) => ({
    value: framework,
    label: framework,
    hint: description.replace(/^.* built on (.*)\.$/, '$1'), // the part in which they differ
  }))
  const framework = given.framework ?? (await select({ ...streams, message: 'Which framework?', options }))
  if (isCancel(framework)) return leave(streams)

  const install = given.install ?? (await confirm({ ...streams, message: 'Install its dependencies?' }))
  if (isCancel(install)) return leave(streams)
  return { folder, framework, install }
}

function leave(streams: Pick<CreateHost, 'output'>): undefined {
  cancel('Nothing was created.', streams)
}
