import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'

interface Definition {
  properties?: object
  additionalProperties?: unknown
  allOf?: readonly { $ref?: string }[]
}

/** What the command line sends is what Amazon's own description of its API says: ask-cli comes with it. */
const specification: { definitions: Record<string, Definition> } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('ask-smapi-model/spec.json'), 'utf8'),
)

/** Definitions that others extend cannot be closed. */
const extended = new Set(
  Object.values(specification.definitions).flatMap(({ allOf = [] }) => allOf.map(({ $ref }) => $ref)),
)

for (const [name, definition] of Object.entries(specification.definitions)) {
  const isOpen = definition.properties === undefined || extended.has(`#/definitions/${name}`)
  // A member with a typing error is no error to Amazon's description, and so would do nothing.
  if (!isOpen) definition.additionalProperties ??= false
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema(specification, 'smapi')

/** Checks against what ask-cli's Amazon API says of `v1.skill.Manifest.SkillManifestEnvelope`, say. */
export function smapiSchema(definition: string): ValidateFunction {
  const validate = ajv.getSchema(`smapi#/definitions/${definition}`)
  if (validate === undefined) throw new Error(`ask-smapi-model has no ${definition}.`)
  return validate
}
