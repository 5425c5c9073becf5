import { isObject } from '../is-object.js'
import type { ManifestPath } from '../manifest-path.js'
import type { ManifestRules, Problem } from '../manifest-rule.js'
import { quote } from '../quote.js'
import type { Subject } from '../subject.js'

// Read 2026-11-22.
const manifestSchema = 'https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html'
const lambdaGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html'
const webServiceGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html'
const certificateGuide =
  'https://developer.amazon.com/en-US/docs/alexa/smapi/set-ssl-certificates-for-skill-endpoints.html'

/** The AWS regions that offer the Alexa trigger, by the nearest Alexa region. Each of them may be the default. */
const lambdaRegions: Readonly<Record<string, readonly string[]>> = {
  NA: ['us-east-1', 'us-west-2'],
  EU: ['eu-west-1'],
  FE: ['ap-northeast-1', 'us-west-2'],
}
const alexaRegions = Object.keys(lambdaRegions)
const allLambdaRegions = [...new Set(Object.values(lambdaRegions).flat())]

const certificateTypes: readonly unknown[] = ['Trusted', 'Wildcard', 'SelfSigned']

const lambdaArn = /^arn:aws:lambda:([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:function:[\w-]{1,140}(?::[\w$-]{1,128})?$/

const migrationGuide = 'https://developer.amazon.com/en-US/docs/alexa/smapi/ask-cli-v1-to-v2-migration-guide.html' // read 2026-11-29

/** The name of a Lambda function, with an alias or a version. */
const functionName = /^[\w-]{1,64}(?::[\w$-]{1,128})?$/

/** The rules about the skill's endpoints: `apis.custom` and `events`, each with a default and regions. */
export const endpointRules: ManifestRules = {
  'endpoint-missing': {
    severity: 'error',
    why: 'Without an endpoint, Alexa cannot send requests to the skill. ask-cli adds it, but other deployments do not.',
    source: manifestSchema,
    problems: ({ use, at }) => {
      if (use.requireEndpoint !== true || at('apis', 'custom', 'endpoint') !== undefined) return []
      const message = 'The custom skill has no endpoint. Add apis.custom.endpoint with its uri.'
      return [{ message, path: ['apis', 'custom', 'endpoint'] }]
    },
  },
  'ask-cli-v1': {
    severity: 'warning',
    why: 'Only ask-cli v1 deploys a manifest that names the code in place of an ARN, and v1 is no longer supported.',
    source: migrationGuide,
    problems: (subject) => {
      const old = endpoints(subject).find(({ endpoint }) => isOfAskCliV1(endpoint))
      return old === undefined ? [] : [{ message: askCliV1Advice, path: old.path }]
    },
  },
  'endpoint-uri': {
    severity: 'error',
    why: 'Alexa only calls a Lambda function by its ARN, or an https URL on port 443.',
    source: webServiceGuide,
    problems: (subject) =>
      endpoints(subject).flatMap(({ path, endpoint }): Problem | [] => {
        if (isOfAskCliV1(endpoint)) return []
        const uri = isObject(endpoint) ? endpoint.uri : undefined
        if (uri === undefined) return { message: `${path.join('.')} must be an object with a uri.`, path }
        const problem = uriProblem(uri)
        return problem === undefined ? [] : { message: problem, path: [...path, 'uri'] }
      }),
  },
  'endpoint-certificate': {
    severity: 'error',
    why: 'For an https endpoint, the manifest must name the kind of certificate.',
    source: certificateGuide,
    problems: (subject) =>
      endpoints(subject).flatMap(({ path, endpoint }) => {
        if (!isObject(endpoint) || !isHttps(endpoint.uri)) return []
        if (certificateTypes.includes(endpoint.sslCertificateType)) return []
        const message = `An https endpoint needs sslCertificateType. Use one of ${certificateTypes.join(', ')}.`
        return { message, path: [...path, 'sslCertificateType'] }
      }),
  },
  'endpoint-region': {
    severity: 'error',
    why: 'Alexa has three regions, and never calls an endpoint under another name.',
    source: certificateGuide,
    problems: ({ at }) =>
      owners.flatMap((owner) => {
        const path = [...owner, 'regions']
        const regions = at(...path)
        if (regions === undefined) return []
        const form = `{ "NA": { "endpoint": … } }`
        if (!isObject(regions)) return [{ message: `${path.join('.')} must be an object: ${form}.`, path }]
        return Object.entries(regions).flatMap(([region, content]): Problem | [] => {
          if (!alexaRegions.includes(region)) {
            return {
              message: `Unknown region ${quote(region)}. Regions: ${alexaRegions.join(', ')}.`,
              path: [...path, region],
            }
          }
          const hasEndpoint = isObject(content) && content.endpoint !== undefined
          return hasEndpoint ? [] : { message: `${region} has no endpoint. Write ${form}.`, path: [...path, region] }
        })
      }),
  },
  'endpoint-lambda-region': {
    severity: 'warning',
    why: 'Lambda offers the Alexa trigger in few regions, and a function far from the customer responds late.',
    source: lambdaGuide,
    problems: (subject) =>
      endpoints(subject).flatMap(({ path, endpoint, region }) => {
        const uri = isObject(endpoint) ? endpoint.uri : undefined
        const lambdaRegion = typeof uri === 'string' ? lambdaArn.exec(uri)?.[1] : undefined
        const near = region === undefined ? allLambdaRegions : lambdaRegions[region]
        if (lambdaRegion === undefined || near === undefined || near.includes(lambdaRegion)) return []
        const place = region === undefined ? 'Alexa' : region
        const message = `The function is in ${lambdaRegion}. For ${place}, deploy it to ${near.join(' or ')}.`
        return { message, path: [...path, 'uri'] }
      }),
  },
}

/** The advice for a project of ask-cli v1. */
export const askCliV1Advice =
  'This is a project of ask-cli v1, which is no longer supported. To upgrade it, run "npx ask-cli util upgrade-project" beside ' +
  'its .ask/config. Without that file, move skill.json to skill-package/skill.json and models/ to ' +
  'skill-package/interactionModels/custom/, and remove endpoint: ask-cli v2 adds it.'

/** Whether an endpoint names the function or its code, in place of the ARN that later versions have. */
function isOfAskCliV1(endpoint: unknown): boolean {
  if (!isObject(endpoint)) return false
  const { uri, sourceDir } = endpoint
  if (uri === undefined) return typeof sourceDir === 'string'
  return typeof uri === 'string' && functionName.test(uri)
}

const owners: readonly ManifestPath[] = [['apis', 'custom'], ['events']]

interface FoundEndpoint {
  readonly path: ManifestPath
  readonly endpoint: unknown
  /** Undefined for the default. */
  readonly region?: string
}

function endpoints({ at }: Subject): FoundEndpoint[] {
  return owners.flatMap((owner) => {
    const regions = at(...owner, 'regions')
    const names = isObject(regions) ? Object.keys(regions).filter((name) => alexaRegions.includes(name)) : []
    const found: FoundEndpoint[] = [
      { path: [...owner, 'endpoint'], endpoint: at(...owner, 'endpoint') },
      ...names.map((region) => {
        const path = [...owner, 'regions', region, 'endpoint']
        return { path, endpoint: at(...path), region }
      }),
    ]
    return found.filter(({ endpoint }) => endpoint !== undefined)
  })
}

function uriProblem(uri: unknown): string | undefined {
  const forms = 'an https:// URL or arn:aws:lambda:<region>:<account>:function:<name>'
  if (typeof uri !== 'string') return `uri must be ${forms}.`
  if (isHttps(uri)) {
    if (!URL.canParse(uri)) return 'uri is not a valid URL.'
    return new URL(uri).port === '' ? undefined : 'Alexa only calls port 443. Remove the port from the uri.'
  }
  if (lambdaArn.test(uri)) return undefined
  if (/^arn:/i.test(uri))
    return 'uri is not the ARN of a Lambda function: arn:aws:lambda:<region>:<account>:function:<name>.'
  return /^http:/i.test(uri) ? 'Alexa only calls https URLs, not plain http.' : `uri must be ${forms}.`
}

function isHttps(uri: unknown): boolean {
  return typeof uri === 'string' && /^https:\/\//i.test(uri)
}
