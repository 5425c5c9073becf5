import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'

interface Definition {
  properties?: object
  additionalProperties?: unknown
  allOf?: readonly { $ref?: string }[]
}

/** Amazon's own description of its API, which is part of ask-cli. */
const specification: { definitions: Record<string, Definition> } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('ask-smapi-model/spec.json'), 'utf8'),
)

/** Definitions that others extend cannot forbid additional properties. */
const extended = new Set(
  Object.values(specification.definitions).flatMap(({ allOf = [] }) => allOf.map(({ $ref }) => $ref)),
)

for (const [name, definition] of Object.entries(specification.definitions)) {
  const isOpen = definition.properties === undefined || extended.has(`#/definitions/${name}`)
  // Amazon's description accepts misspelt members, which would have no effect.
  if (!isOpen) definition.additionalProperties ??= false
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema(specification, 'smapi')

/** Checks a value against a definition of Amazon's API, such as `v1.skill.Manifest.SkillManifestEnvelope`. */
export function smapiSchema(definition: string): ValidateFunction {
  const validate = ajv.getSchema(`smapi#/definitions/${definition}`)
  if (validate === undefined) throw new Error(`ask-smapi-model has no ${definition}.`)
  return validate
}
