import {
  assertRequirement,
  type ConsentAnswer,
  isDeclined,
  type Obstacle,
  type Proceed,
  type Profile,
  type ProfileDecision,
  ProfileError,
  type ProfileField,
  type ProfileRequirement,
  planAsking,
  type ReadOptions,
  type SpeakerField,
} from '@alexa-profile/core'
import type { BaseComponent } from '@jovotech/framework'
import { envelopeOf } from './envelope.js'
import { invocationOf } from './invocation.js'
import { ProfileDecisionOutput, type ProfileDecisionOutputOptions } from './profile-decision-output.js'

interface Asking<Declined extends string, Otherwise extends string>
  extends Pick<
      ProfileDecisionOutputOptions,
      'consent' | 'declaredScopes' | 'locale' | 'prompts' | 'purpose' | 'reprompt' | 'shouldAsk' | 'skillName'
    >,
    Pick<ReadOptions, 'deadlineMs'> {
  /**
   * The component's method that answers when the customer was asked by voice and did not agree; called with the answer,
   * and the original request as `this.$request`. Also called, with the answer `denied`, where the customer is not to be
   * asked: after a no in the same session, and when `shouldAsk` says so. Default: says that the skill cannot go on, or
   * where to go on in the app.
   */
  readonly declined?: Declined | undefined
  /** The component's method that answers every other decision, called with it. Default: `ProfileDecisionOutput`. */
  readonly otherwise?: Otherwise | undefined
}

/** What to read of the customer, and how to ask where that is not enough. */
export interface RequireProfileOptions<
  Required extends ProfileField,
  Optional extends ProfileField,
  Declined extends string,
  Otherwise extends string,
> extends ProfileRequirement<Required, Optional>,
    Asking<Declined, Otherwise> {
  readonly level?: 'customer' | undefined
}

/** The same of the recognized speaker, who has no email address. */
export interface RequireSpeakerOptions<
  Required extends SpeakerField,
  Optional extends SpeakerField,
  Declined extends string,
  Otherwise extends string,
> extends ProfileRequirement<Required, Optional>,
    Asking<Declined, Otherwise> {
  readonly level: 'speaker'
}

type Answer = void | Promise<void>

/** Decorates methods that take the profile, of components that have the methods which the options name. */
type ProfileMethodDecorator<
  Required extends ProfileField,
  Optional extends ProfileField,
  Declined extends string,
  Otherwise extends string,
> = <
  Component extends BaseComponent & { [Name in Declined]: (answer: ConsentAnswer) => Answer } & {
    [Name in Otherwise]: (decision: Obstacle) => Answer
  },
  Method extends (profile: Profile<Required, Optional>, decision: Proceed<Required, Optional>) => Answer,
>(
  target: Component,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void

/**
 * For methods of components that Jovo calls as handlers: the method is called with every required value, and the
 * optional ones that are there. Where that is not so, the customer hears why and is asked for consent, by card or by
 * voice, if that helps. After a yes by voice the same method is called with the original request, in the context and
 * session of the one that brought the answer.
 *
 * @throws {ProfileError} `option-invalid` when the component lacks a method that the options name
 *
 * @example
 * @Handle({ intents: ['BookTableIntent'] })
 * @RequireProfile({ required: ['email'], optional: ['mobileNumber'], purpose: 'book your table' })
 * async bookTable({ email, mobileNumber }: Profile<'email', 'mobileNumber'>) {}
 */
export function RequireProfile<
  Required extends ProfileField = never,
  Optional extends ProfileField = never,
  Declined extends string = never,
  Otherwise extends string = never,
>(
  options: RequireProfileOptions<Required, Optional, Declined, Otherwise>,
): ProfileMethodDecorator<Required, Optional, Declined, Otherwise>
export function RequireProfile<
  Required extends SpeakerField = never,
  Optional extends SpeakerField = never,
  Declined extends string = never,
  Otherwise extends string = never,
>(
  options: RequireSpeakerOptions<Required, Optional, Declined, Otherwise>,
): ProfileMethodDecorator<Required, Optional, Declined, Otherwise>
export function RequireProfile(options: LooseOptions): MethodDecorator {
  assertRequirement(options, ['declined', 'otherwise', 'shouldAsk'])
  const { level, required, optional, deadlineMs, declined, otherwise, ...asking } = options

  function decide({ $profile }: BaseComponent): Promise<ProfileDecision<ProfileField, ProfileField>> {
    // The types allow no email of a speaker, and the reader refuses it.
    const reader = level === 'speaker' ? ($profile.speaker as typeof $profile) : $profile
    return reader.require({ required, optional }, { deadlineMs })
  }

  return (component: object, _key, descriptor: PropertyDescriptor) => {
    for (const name of [declined, otherwise]) {
      if (name === undefined || typeof Reflect.get(component, name) === 'function') continue
      const found = typeof name === 'string' ? JSON.stringify(name) : 'of that kind'
      throw new ProfileError(
        'option-invalid',
        `The component has no method ${found}. Give declined and otherwise the name of one, as a text.`,
      )
    }
    const method: Method = descriptor.value
    descriptor.value = async function handle(this: BaseComponent & Record<string, Method>) {
      const { resumedBy, shouldAsk: pluginsOwn } = invocationOf(this)
      if (resumedBy && isDeclined(resumedBy)) {
        return declined ? this[declined]?.(resumedBy) : this.$send(ProfileDecisionOutput, asking)
      }
      const decision = await decide(this)
      if (decision.action === 'proceed') return method.call(this, decision.profile, decision)
      if (otherwise) return this[otherwise]?.(decision)
      const shouldAsk = asking.shouldAsk ?? pluginsOwn
      const { ask, refusal } = await planAsking(decision, {
        envelope: envelopeOf(this),
        resumedBy,
        shouldAsk: shouldAsk && ((asked) => shouldAsk(this.jovo, asked)),
      })
      if (refusal && declined) return this[declined]?.(refusal)
      return this.$send(ProfileDecisionOutput, { ...asking, decision, ask })
    }
  }
}

type Method = (...parameters: unknown[]) => unknown

interface LooseOptions extends ProfileRequirement<ProfileField, ProfileField>, Asking<string, string> {
  readonly level?: 'customer' | 'speaker' | undefined
}
