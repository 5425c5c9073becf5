import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'
import { publishedPackages, repositoryRoot, type WorkspacePackage } from './repository.js'

/** One entry point of a package, such as `@alexa-profile/core/phone`, and the report of its exports. */
export interface EntryPoint {
  readonly name: string
  readonly owner: WorkspacePackage
  /** The name of the file: `phone`; `index` for the main entry point. */
  readonly file: string
}

/** Every entry point that users can import. */
export function entryPoints(): EntryPoint[] {
  return publishedPackages().flatMap((owner) =>
    Object.keys(owner.manifest.exports ?? {})
      .filter((subpath) => subpath !== './package.json')
      .map((subpath) => ({
        name: owner.manifest.name + subpath.slice(1),
        owner,
        file: subpath === '.' ? 'index' : subpath.slice(2),
      })),
  )
}

/**
 * Compares the built exports of an entry point with its report in the package's `api/`. The report is committed, so
 * every change of public types is visible in review.
 *
 * @param write whether to write a report that differs
 * @returns whether the report was the same
 */
export function checkApiReport({ owner, file }: EntryPoint, write: boolean): boolean {
  const projectFolder = repositoryRoot + owner.folder
  const entry = `${projectFolder}/dist/${file}.d.ts`
  const reportFolder = `${projectFolder}/api`
  mkdirSync(reportFolder, { recursive: true })
  const silent = { default: { logLevel: ExtractorLogLevel.None } }
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: `${projectFolder}/package.json`,
    configObjectFullPath: undefined,
    configObject: {
      projectFolder,
      mainEntryPointFilePath: entry,
      compiler: {
        overrideTsconfig: {
          extends: `${repositoryRoot}tsconfig.base.json`,
          compilerOptions: { typeRoots: [`${repositoryRoot}node_modules/@types`] },
          files: [entry],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${file}.api.md`,
        reportFolder,
        reportTempFolder: `${tmpdir()}/alexa-profile-api/${owner.folder}`,
      },
      newlineKind: 'lf',
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent, compilerMessageReporting: silent },
    },
  })
  const messageCallback = (message: { handled: boolean }) => {
    message.handled = true // the caller prints its own message
  }
  return !Extractor.invoke(config, { localBuild: write, messageCallback }).apiReportChanged
}
