import type { AlexaConsole, ConsoleState, ProfileDataInput } from '@alexa-profile/console'
import {
  fields,
  isScope,
  knownScopes,
  type ProfileField,
  profileFields,
  speakerFields,
  unknownName,
} from '@alexa-profile/core'
import { manifestScopeOf } from '../field-scopes.js'
import { ToolProblem } from './tool-problem.js'
import type { ToolInputs } from './tools.js'

type Person = NonNullable<ToolInputs['set_customer']['speaker']>

/** Changes the customer's data, consent, locale and speaker. */
export async function setCustomer(console: AlexaConsole, input: ToolInputs['set_customer']): Promise<void> {
  const { speaker, skillEnabled, locale, ...customer } = input
  const { locales, declaredScopes } = console.snapshot().state
  if (locale !== undefined && locales.length > 0 && !locales.includes(locale)) {
    throw new ToolProblem(unknownName('locale', locale, locales, `The skill supports ${locales.join(', ')}.`))
  }
  const changes = changesOf(customer, profileFields, declaredScopes)
  const speakerChanges = speaker ? changesOf(speaker, speakerFields, declaredScopes) : undefined
  if (skillEnabled !== undefined) await console.run('set-skill-enabled', { enabled: skillEnabled })
  if (locale !== undefined) await console.run('set-locale', { locale })
  await change(console, changes)
  if (speaker === null) await console.run('choose-speaker', { speakerId: null })
  if (speakerChanges) await change(console, speakerChanges, await recognizedSpeaker(console))
}

/** Everything that Alexa knows about the customer. */
export function customerResult({ customer, locale }: ConsoleState): Readonly<Record<string, unknown>> {
  const { data, granted, skillEnabled, speakers, speakerId } = customer
  const speaker = speakers.find(({ id }) => id === speakerId)
  return {
    data,
    granted,
    ...(speaker && { speaker: { data: speaker.data, granted: speaker.granted } }),
    locale,
    ...(!skillEnabled && { skillEnabled }),
  }
}

/** The parts of it that a call may have changed. */
export function changedParts(
  state: ConsoleState,
  input: ToolInputs['set_customer'],
): Readonly<Record<string, unknown>> {
  const { data, ...rest } = customerResult(state)
  const changed = Object.entries(data as ProfileDataInput).filter(([field]) => Object.hasOwn(input.data ?? {}, field))
  return { ...(input.data && { data: Object.fromEntries(changed) }), ...rest }
}

interface Changes {
  readonly values: ProfileDataInput
  readonly permissions: readonly { readonly scope: string; readonly granted: boolean }[]
}

/** Checks all changes first. @throws {ToolProblem} before it changes anything */
function changesOf(
  { data = {}, grant = [], revoke = [] }: Person,
  known: readonly ProfileField[],
  declaredScopes: readonly string[],
): Changes {
  const permission = (granted: boolean) => (name: string) => ({ scope: scopeOf(name, known, declaredScopes), granted })
  return {
    values: Object.fromEntries(
      Object.entries(data).map(([field, value]) => [field, checkedValue(field, value, known)]),
    ),
    permissions: [...grant.map(permission(true)), ...revoke.map(permission(false))],
  }
}

function checkedValue(name: string, value: unknown, known: readonly ProfileField[]): unknown {
  const field = known.find((one) => one === name)
  if (field === undefined) throw new ToolProblem(unknownName('field', name, known))
  if (value === null) return null
  const parsed = fields[field].parse(value)
  if (typeof parsed === 'object') return parsed.value
  throw new ToolProblem(
    `${field} must look like ${JSON.stringify(Object.values(fields[field].sample)[0])}, or be null if it is not set.`,
  )
}

function scopeOf(name: string, known: readonly ProfileField[], declaredScopes: readonly string[]): string {
  if (isScope(name) || declaredScopes.includes(name)) return name
  const field = known.find((one) => one === name)
  if (field === undefined) {
    const scopes = [...known, ...declaredScopes, ...knownScopes]
    throw new ToolProblem(unknownName('field or scope', name, scopes, `Fields: ${known.join(', ')}.`))
  }
  const scope = manifestScopeOf(field)
  if (scope === undefined) throw new ToolProblem(`${field} can be read without a permission.`)
  return scope
}

async function change(console: AlexaConsole, { values, permissions }: Changes, speakerId?: number): Promise<void> {
  const whose = speakerId === undefined ? {} : { speakerId }
  if (Object.keys(values).length > 0) await console.run('set-data', { ...whose, values })
  for (const permission of permissions) await console.run('set-permission', { ...whose, ...permission })
}

async function recognizedSpeaker(console: AlexaConsole): Promise<number> {
  const known = () => console.snapshot().state.customer
  if (known().speakers.length === 0) await console.run('add-speaker', { data: {} })
  const { speakerId = known().speakers[0]?.id ?? 1 } = known()
  await console.run('choose-speaker', { speakerId })
  return speakerId
}
