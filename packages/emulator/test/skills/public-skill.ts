import { join } from 'node:path'
import type { Device, DeviceOptions, Emulator, EmulatorOptions, Skill, Slot } from '../../src/index.js'
import { folderWith } from '../skill-folder.js'
import { started } from '../started.js'

/** The members of a request that the skills in this folder read. */
export interface SkillEvent {
  readonly session: { readonly new: boolean; readonly attributes?: Readonly<Record<string, unknown>> }
  readonly context: {
    readonly System: {
      readonly apiEndpoint: string
      readonly apiAccessToken: string
      readonly device: { readonly supportedInterfaces: Readonly<Record<string, object>> }
      readonly user: { readonly accessToken?: string; readonly permissions?: { readonly consentToken?: string } }
    }
  }
  readonly request: {
    readonly type: string
    readonly requestId: string
    readonly reason?: string
    readonly error?: { readonly type: string }
    readonly dialogState?: string
    readonly task?: { readonly name: string; readonly input?: Readonly<Record<string, unknown>> }
    readonly intent?: {
      readonly name: string
      readonly confirmationStatus: string
      readonly slots?: Readonly<Record<string, Slot>>
    }
  }
}

/** The content of a skill's folder. */
export interface PublicSkill {
  readonly handler: Skill
  readonly invocationName: string
  readonly intents: readonly object[]
  readonly types?: readonly object[]
  readonly dialog?: object
  readonly prompts?: Readonly<Record<string, string>>
  readonly permissions?: readonly string[]
  readonly interfaces?: readonly string[]
  readonly subscriptions?: readonly string[]
  readonly locales?: readonly string[]
}

/** Creates a device for a skill whose folder has ask-cli's layout. */
export async function deviceWith(
  skill: PublicSkill,
  { device = {}, ...options }: EmulatorOptions & { readonly device?: DeviceOptions } = {},
): Promise<{ readonly emulator: Emulator; readonly device: Device }> {
  const { handler, locales = ['en-US'] } = skill
  const folder = folderWith({
    'skill-package/skill.json': { manifest: manifestOf(skill, locales) },
    ...Object.fromEntries(
      locales.map((locale) => [`skill-package/interactionModels/custom/${locale}.json`, modelOf(skill)]),
    ),
  })
  const emulator = await started({ skillPackage: join(folder, 'skill-package'), ...options })
  return { emulator, device: emulator.device(handler, device) }
}

function manifestOf({ permissions, interfaces, subscriptions = [] }: PublicSkill, locales: readonly string[]): object {
  return {
    manifestVersion: '1.0',
    publishingInformation: { locales: Object.fromEntries(locales.map((locale) => [locale, { name: 'A skill' }])) },
    apis: { custom: { ...(interfaces && { interfaces: interfaces.map((type) => ({ type })) }) } },
    permissions: (permissions ?? []).map((name) => ({ name })),
    events: { subscriptions: subscriptions.map((eventName) => ({ eventName })) },
  }
}

function modelOf({ invocationName, intents, types = [], dialog, prompts = {} }: PublicSkill): object {
  const builtIn = ['Help', 'Stop', 'Cancel', 'Yes', 'No'].map((name) => ({ name: `AMAZON.${name}Intent`, samples: [] }))
  return {
    interactionModel: {
      languageModel: { invocationName, intents: [...intents, ...builtIn], types },
      ...(dialog && { dialog }),
      prompts: Object.entries(prompts).map(([id, value]) => ({ id, variations: [{ type: 'PlainText', value }] })),
    },
  }
}

/** Creates a response as skills without a framework do. */
export function response(text: string, more: object = {}): object {
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: true, ...more } }
}

/** Creates a response that asks a question. */
export function question(text: string, more: object = {}): object {
  const outputSpeech = { type: 'PlainText', text }
  return response(text, { reprompt: { outputSpeech }, shouldEndSession: false, ...more })
}
