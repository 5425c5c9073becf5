import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @import { Emulator } from '@alexa-profile/emulator'
 *
 * @typedef {object} Starter
 * @property {string} name
 * @property {string} root
 * @property {string} folder where its build puts what is to be deployed
 * @property {string} handler
 * @property {Record<string, string>} environment the variables that it needs
 * @property {boolean} isHttp whether Alexa's requests come to it through a function URL, signed
 */

/** @param {string} name */
const rootOf = (name) => fileURLToPath(new URL(`../../apps/${name}-starter`, import.meta.url))

/** @param {string} name */
function functionOf(name) {
  const root = rootOf(name)
  return { name, root, folder: join(root, 'dist'), handler: 'index.handler', environment: {}, isHttp: false }
}

/** The starter's own command builds it. Its functions share a database server, as in production. */
function nestFunction(/** @type {string} */ databaseUrl) {
  const root = rootOf('nestjs')
  execFileSync(process.execPath, ['esbuild.lambda.mjs'], { cwd: root, stdio: 'inherit' })
  const environment = { DATABASE_URL: databaseUrl }
  const handler = 'dist/skill/index.handler'
  return { name: 'nestjs', root, folder: join(root, 'lambda'), handler, environment, isHttp: true }
}

/**
 * Prepares the starters that run as functions. The Nest starter needs a PostgreSQL server.
 *
 * @param {readonly string[]} wanted names; all when there are none
 * @param {string | undefined} databaseUrl
 * @returns {Starter[]}
 */
export function prepareStarters(wanted, databaseUrl) {
  const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name)
  const starters = ['ask-sdk', 'jovo', 'jovo-v3'].filter(isWanted).map(functionOf)
  if (!isWanted('nestjs')) return starters
  if (databaseUrl !== undefined) return [...starters, nestFunction(databaseUrl)]
  console.log('The Nest starter is skipped without DATABASE_URL. .ci/with-postgres runs a command with it.\n')
  return starters
}

/**
 * Creates the event in which Lambda passes on Alexa's request. A function URL turns the signed HTTP request into an
 * event.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html (read 2026-11-25)
 *
 * @param {Starter} starter
 * @param {Emulator} emulator
 * @param {object} envelope
 */
export async function eventFor({ isHttp }, emulator, envelope) {
  if (!isHttp) return envelope
  const body = JSON.stringify(envelope)
  const { headersFor } = await emulator.signer()
  const http = { method: 'POST', path: '/alexa', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'Alexa' }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/alexa',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', ...headersFor(body) },
    requestContext: { http, stage: '$default', domainName: 'example.lambda-url.us-east-1.on.aws' },
    body,
    isBase64Encoded: false,
  }
}

/**
 * Returns the part of a function's response that Alexa receives.
 *
 * @param {Starter} starter
 * @param {any} answer
 */
export function answerOf({ isHttp }, answer) {
  if (!isHttp) return answer
  if (answer.statusCode !== 200) throw new Error(`HTTP status ${answer.statusCode}: ${answer.body}`)
  return JSON.parse(answer.body)
}
