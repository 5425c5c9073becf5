import { createServer } from 'node:http'

/**
 * @import { IncomingMessage } from 'node:http'
 * @import { AddressInfo } from 'node:net'
 *
 * @typedef {{ method: string, path: string, body: Buffer }} Call
 */

const skillId = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000'
const roleArn = 'arn:aws:iam::123456789012:role/ask-lambda-TableTalk'
export const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:ask-tabletalk-default-default-1'
const configuration = {
  FunctionArn: functionArn,
  Role: roleArn,
  State: 'Active',
  LastUpdateStatus: 'Successful',
  RevisionId: '1',
  LastModified: '2026-11-25T12:00:00.000+0000',
}

/**
 * Starts the parts of Amazon's skill management API, AWS IAM and AWS Lambda that `ask deploy` calls. It stores what it
 * receives.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/smapi/skill-package-api-reference.html (read 2026-11-25)
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (read 2026-11-25)
 */
export async function startAmazon() {
  /** @type {Call[]} */
  const calls = []
  let url = ''
  const server = createServer(async (request, response) => {
    const call = { method: request.method ?? '', path: request.url ?? '', body: await bodyOf(request) }
    calls.push(call)
    const { status = 200, headers = {}, body = '' } = answerTo(call)
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  url = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`

  /**
   * @param {Call} call
   * @returns {{ status?: number, headers?: Record<string, string>, body?: object | string }}
   */
  function answerTo({ method, path, body }) {
    const json = { 'content-type': 'application/json' }
    switch (`${method} ${path.split('?')[0]?.replace(skillId, ':skill')}`) {
      case 'POST /v1/skills/uploads':
        return { status: 201, headers: json, body: { uploadUrl: `${url}/upload`, expiresAt: '2030-01-01T00:00:00Z' } }
      case 'PUT /upload':
        return {}
      case 'POST /v1/skills/imports':
        return { status: 202, headers: { ...json, location: '/v1/skills/imports/import-1' }, body: {} }
      case 'GET /v1/skills/imports/import-1':
        return { headers: json, body: { status: 'SUCCEEDED', skill: { skillId, eTag: '1', resources: [] } } }
      case 'GET /v1/skills/:skill/status':
        return { headers: json, body: { manifest: { eTag: '1', lastUpdateRequest: { status: 'SUCCEEDED' } } } }
      case 'PUT /v1/skills/:skill/stages/development/manifest':
        return { status: 202, headers: json, body: {} }
      case 'GET /v1/skills/:skill/stages/development/enablement':
        return { status: 404, headers: json, body: { message: 'not enabled' } }
      case 'PUT /v1/skills/:skill/stages/development/enablement':
        return { status: 204 }
      case 'POST /2015-03-31/functions':
        return { status: 201, headers: json, body: configuration }
      case 'POST /':
        return { headers: { 'content-type': 'text/xml' }, body: iamAnswer(String(body)) }
    }
    if (path.startsWith('/2015-03-31/functions/') && method === 'GET')
      return { headers: json, body: { Configuration: configuration } }
    if (path.startsWith('/2015-03-31/functions/') && path.endsWith('/policy'))
      return { status: 201, headers: json, body: {} }
    return { status: 404, headers: json, body: { message: `${method} ${path} is not supported.` } }
  }

  return {
    url,
    /**
     * The bodies of what came to a path.
     *
     * @param {string} method
     * @param {RegExp} path
     */
    received: (method, path) =>
      calls.filter((call) => call.method === method && path.test(call.path)).map(({ body }) => body),
    /** What was asked for that Amazon would know, and this does not. */
    unknown: () => calls.filter((call) => answerTo(call).status === 404 && !call.path.endsWith('/enablement')),
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** @param {string} form */
function iamAnswer(form) {
  const action = new URLSearchParams(form).get('Action')
  const role = `<Role><Path>/</Path><Arn>${roleArn}</Arn><RoleName>ask-lambda</RoleName><RoleId>1</RoleId></Role>`
  const result = action === 'CreateRole' ? `<CreateRoleResult>${role}</CreateRoleResult>` : ''
  return `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">${result}</${action}Response>`
}

/** @param {IncomingMessage} request */
async function bodyOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
