import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../src/repository.js'
import { starterFrameworks } from '../src/starter-frameworks.js'
import askResourcesSchema from './support/ask-resources.schema.json' with { type: 'json' }
import { smapiSchema } from './support/smapi-schema.js'

const isManifest = smapiSchema('v1.skill.Manifest.SkillManifestEnvelope')
const isInteractionModel = smapiSchema('v1.skill.interactionModel.InteractionModelData')
const isAskResources = new Ajv({ allErrors: true }).compile(askResourcesSchema)

const folders = starterFrameworks().map((name) => join(repositoryRoot, 'apps', `${name}-starter`))
const onLambda = folders.filter((folder) => existsSync(`${folder}/ask-resources.json`))

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** A copy of a JSON file's value with another value at a path, such as `['manifest', 'permissions', 0]`. */
function changed(json: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(json)) return json.map((item, index) => (index === key ? changed(item, rest, value) : item))
  return { ...Object(json), [key]: changed(Object(json)[key], rest, value) }
}

it.each(folders)('%s has a manifest as Amazon describes it', (folder) => {
  isManifest(read(`${folder}/skill-package/skill.json`))
  expect(isManifest.errors ?? []).toEqual([])
})

it.each(folders)('%s has interaction models as Amazon describes them', (folder) => {
  const models = `${folder}/skill-package/interactionModels/custom`
  const files = readdirSync(models)
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    isInteractionModel(read(`${models}/${file}`))
    expect(isInteractionModel.errors ?? [], file).toEqual([])
  }
})

it('has a starter for Lambda of each framework but Nest', () => {
  expect(onLambda.map((folder) => basename(folder))).toEqual(['ask-sdk-starter', 'jovo-starter', 'jovo-v3-starter'])
})

it.each(onLambda)('%s has only settings that ask-cli knows', (folder) => {
  isAskResources(read(`${folder}/ask-resources.json`))
  expect(isAskResources.errors ?? []).toEqual([])
})

it.each([
  ['an unknown permission', ['manifest', 'permissions', 0, 'name'], 'alexa::profile:e_mail:read'],
  ['a misspelt member', ['manifest', 'permission'], []],
  ['events without an endpoint', ['manifest', 'events'], { subscriptions: [] }],
  ['an unknown event', ['manifest', 'events'], { endpoint: { uri: '' }, subscriptions: [{ eventName: 'X' }] }],
  ['an endpoint that is not an object', ['manifest', 'apis', 'custom', 'endpoint'], 'https://example.com/alexa'],
])('rejects a manifest with %s', (_what, path, value) => {
  const manifest = read(`${folders[0]}/skill-package/skill.json`)
  expect(isManifest(changed(manifest, path, value))).toBe(false)
})

it.each([
  ['a slot without a type', ['languageModel', 'intents', 0, 'slots'], [{ name: 'date', typ: 'AMAZON.DATE' }]],
  ['a misspelt member', ['languageModel', 'invocationname'], 'table talk'],
  ['samples that are not a list', ['languageModel', 'intents', 0, 'samples'], 'book a table'],
])('rejects an interaction model with %s', (_what, path, value) => {
  const model = read(`${folders[0]}/skill-package/interactionModels/custom/en-US.json`)
  expect(isInteractionModel(changed(model, ['interactionModel', ...path], value))).toBe(false)
})

const userConfig = ['profiles', 'default', 'skillInfrastructure', 'userConfig'] as const

it.each([
  ['a runtime that Lambda no longer offers', [...userConfig, 'runtime'], 'nodejs18.x'],
  ['a misspelt member', [...userConfig, 'lambda'], { memorysize: 512 }],
  ['a time limit that is not a number', [...userConfig, 'lambda', 'timeout'], '8 s'],
  ['a handler that names no export', [...userConfig, 'handler'], 'index'],
  ['an unknown deployer', ['profiles', 'default', 'skillInfrastructure', 'type'], '@ask-cli/lambda'],
  ['code for no region', ['profiles', 'default', 'code'], {}],
  ['a region that Alexa does not have', ['profiles', 'default', 'code', 'US'], { src: './dist' }],
])('rejects ask-resources.json with %s', (_what, path, value) => {
  const resources = read(`${onLambda[0]}/ask-resources.json`)
  expect(isAskResources(changed(resources, path, value))).toBe(false)
})
