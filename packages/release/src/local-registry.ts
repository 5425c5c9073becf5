import { existsSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { run } from './run.js'

export interface LocalRegistry {
  /** The URL: `http://127.0.0.1:49152/`. Serves only the scope `@alexa-profile`. */
  readonly url: string
  /** An `.npmrc` with which npm, pnpm and changesets publish to it. */
  readonly publisherConfig: string
  close(): Promise<void>
}

const verdaccioFolder = fileURLToPath(new URL('../registry', import.meta.url))

/**
 * Starts an empty registry on a free loopback port. Verdaccio has its own folder and lockfile, and is installed at the
 * first call, so contributors who do not need it do not install it.
 *
 * @param folder for the published packages; must be new
 */
export async function startLocalRegistry(folder: string): Promise<LocalRegistry> {
  if (!existsSync(`${verdaccioFolder}/node_modules`)) await run('npm', ['ci'], { cwd: verdaccioFolder })
  await mkdir(folder, { recursive: true })
  const { runServer, parseConfigFile } = createRequire(`${verdaccioFolder}/package.json`)('verdaccio')
  const config = {
    ...parseConfigFile(`${verdaccioFolder}/config.yaml`),
    storage: `${folder}/storage`,
    self_path: folder,
  }
  const server: Server = await runServer(config)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const publisherConfig = `${folder}/publisher.npmrc`
  writeFileSync(publisherConfig, `registry=${url}\n${url.replace('http:', '')}:_authToken=unused\n`)
  return {
    url,
    publisherConfig,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
