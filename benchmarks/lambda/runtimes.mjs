import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

/**
 * A runtime of AWS Lambda, as far as it is published: a Node and the runtime interface client that AWS has for it.
 *
 * @typedef {object} Runtime
 * @property {string} name as Lambda names it
 * @property {string} node path of the executable
 * @property {string} client path of the client's program
 * @property {string} clientVersion
 * @property {readonly string[]} nodeOptions what Lambda starts Node with
 */

/**
 * From major version 4 on, the client rejects callback handlers, as Lambda does from Node 24 on. Lambda switches two features
 * of Node 22 off.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html (read 2026-11-25)
 */
const known = [
  {
    major: 22,
    clientVersion: '3.3.0',
    program: 'bin/index.mjs',
    nodeOptions: ['--no-experimental-require-module', '--no-experimental-detect-module'],
  },
  { major: 24, clientVersion: '4.0.2', program: 'index.mjs', nodeOptions: [] },
]

const builds = fileURLToPath(new URL('../node_modules/.cache/aws-lambda-ric/', import.meta.url))

/**
 * Prepares the runtimes: npx installs Node, and missing clients are built.
 *
 * @param {readonly string[]} wanted names; all when there are none
 * @returns {Runtime[]}
 * @throws {Error} what to install, when a client cannot be built
 */
export function prepareRuntimes(wanted) {
  return known
    .map((runtime) => ({ ...runtime, name: `nodejs${runtime.major}.x` }))
    .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
    .map(({ name, major, clientVersion, program, nodeOptions }) => ({
      name,
      node: pathOfNode(major),
      client: `${buildClient(clientVersion)}/${program}`,
      clientVersion,
      nodeOptions,
    }))
}

/** @param {number} major */
function pathOfNode(major) {
  const args = ['--yes', '-p', `node@${major}`, 'node', '--print', 'process.execPath']
  return execFileSync('npx', args, { cwd: tmpdir(), encoding: 'utf8' }).trim()
}

/**
 * Installs a version of the client, which compiles curl and an add-on. The add-on keeps to Node-API, so that one is good for
 * all Nodes.
 *
 * @param {string} version
 */
function buildClient(version) {
  const folder = `${builds}${version}`
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true })
    writeFileSync(`${unfinished}/package.json`, '{ "private": true }\n')
    console.log(`Building aws-lambda-ric ${version} once. This takes a minute or two.`)
    try {
      execFileSync(
        'npm',
        ['install', `aws-lambda-ric@${version}`, '--no-audit', '--no-fund', '--ignore-scripts=false'],
        {
          cwd: unfinished,
          stdio: 'pipe',
        },
      )
    } catch (error) {
      throw new Error(
        `aws-lambda-ric ${version} cannot be built. It needs a C++ compiler and more: on Debian and Ubuntu, apt-get install g++ make cmake autoconf automake libtool python3. In ${unfinished}, npm install aws-lambda-ric@${version} --foreground-scripts shows the error.`,
        { cause: error },
      )
    }
    renameSync(unfinished, folder)
  }
  return `${folder}/node_modules/aws-lambda-ric`
}
