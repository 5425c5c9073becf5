import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import { checkedScopes, everyScope } from './declared-scopes.js'
import { type InteractionModel, readInteractionModel } from './interaction-model.js'
import { checkedLocale } from './locale.js'
import { readSkillPackage, type SkillPackage } from './skill-package.js'

/** What Alexa knows about a skill. Overrides the skill package. */
export interface SkillOptions {
  /** The skill's id. Default: the id from the skill package, or else `amzn1.ask.skill.table-talk`. */
  readonly skillId?: string | undefined
  /**
   * The declared scopes, as `skill.json` spells them. Default: those of the skill package, or else every scope that a
   * skill can ask for.
   */
  readonly declaredScopes?: readonly string[] | undefined
  /**
   * The interaction models by locale, each parsed from a file as in `skill-package/interactionModels/custom`. Default:
   * those of the skill package, or else none. Then intents and slots are not checked.
   */
  readonly interactionModels?: Readonly<Record<string, unknown>> | undefined
}

/** The skill as Alexa knows it. */
export interface SkillDefinition {
  readonly skillId: string
  readonly declaredScopes: () => ReadonlySet<string>
  /** Whether a manifest or an option declares scopes. If not, every scope counts as declared. */
  hasManifest(): boolean
  declare(scopes: readonly string[]): void
  /**
   * Whether the skill gets an event, such as `AlexaSkillEvent.SkillDisabled`. Without a skill package, it gets every
   * event.
   */
  isSubscribedTo(event: string): boolean
  /**
   * Whether the skill may use an interface, such as `ALEXA_PRESENTATION_APL`. Without a skill package, it may use all.
   */
  mayUse(interfaceType: string): boolean
  /** Returns the locales that the skill supports. Empty if they are not known. */
  locales(): readonly string[]
  /** Returns the locale of a device without the option `locale`. */
  defaultLocale(): string
  interactionModel(locale: string): InteractionModel | undefined
  /**
   * Reads the files again.
   *
   * @throws {EmulatorError} `skill-package-invalid`, `scope-unknown`. Then nothing has changed.
   */
  reload(): void
}

export const skillOptionNames = ['skillId', 'declaredScopes', 'interactionModels'] as const

/**
 * Reads the skill package and the option `skill`.
 *
 * @throws {EmulatorError} `skill-package-invalid`, `option-invalid`, `scope-unknown`
 */
export function createSkillDefinition(options: SkillOptions, path: string | URL | undefined): SkillDefinition {
  const ownModels = options.interactionModels && modelsOf(options.interactionModels)
  let files = path === undefined ? undefined : readSkillPackage(path)
  let declared = scopesOf(files)
  let hasManifest = files !== undefined || options.declaredScopes !== undefined
  const skillId = options.skillId ?? files?.skillId ?? 'amzn1.ask.skill.table-talk'
  if (typeof skillId !== 'string' || skillId === '') {
    throw new EmulatorError('option-invalid', 'skill.skillId must be a string such as amzn1.ask.skill.table-talk.')
  }

  function scopesOf(read: SkillPackage | undefined): ReadonlySet<string> {
    return checkedScopes(options.declaredScopes ?? read?.declaredScopes ?? everyScope, read?.declaredScopes ?? [])
  }

  const models = () => ownModels ?? files?.interactionModels ?? []
  const locales = () => localesOf(files, ownModels)

  return {
    skillId,
    declaredScopes: () => declared,
    hasManifest: () => hasManifest,
    declare(changed) {
      declared = checkedScopes(changed, files?.declaredScopes ?? [])
      hasManifest = true
    },
    isSubscribedTo: (event) => files === undefined || files.subscriptions.includes(subscriptionFor(event)),
    mayUse: (interfaceType) => files === undefined || files.interfaces.includes(interfaceType),
    locales,
    defaultLocale: () => (locales().includes('en-US') ? 'en-US' : (locales()[0] ?? 'en-US')),
    interactionModel: (locale) => models().find((model) => model.locale === locale),
    reload() {
      if (path === undefined) return
      const read = readSkillPackage(path)
      declared = scopesOf(read)
      files = read
    },
  }
}

/**
 * Returns the name with which a manifest subscribes to an event: `SKILL_DISABLED` for `AlexaSkillEvent.SkillDisabled`.
 */
export function subscriptionFor(event: string): string {
  return event
    .replace(/^\w+\./, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toUpperCase()
}

function localesOf(
  files: SkillPackage | undefined,
  models: readonly InteractionModel[] | undefined,
): readonly string[] {
  if (models === undefined) return files?.locales ?? []
  return [...new Set([...(files?.locales ?? []), ...models.map(({ locale }) => locale)])]
}

function modelsOf(models: unknown): readonly InteractionModel[] {
  if (!isObject(models)) {
    throw new EmulatorError('option-invalid', 'skill.interactionModels must be an object with one model per locale.')
  }
  return Object.entries(models).map(([locale, json]) =>
    readInteractionModel(checkedLocale('Each name in skill.interactionModels', locale), json),
  )
}
