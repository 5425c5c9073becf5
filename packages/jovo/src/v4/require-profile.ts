import {
  type AnyRequirement,
  assertMethods,
  type ConsentAnswer,
  type CustomerRequirement,
  createRequirement,
  type MethodNames,
  type Obstacle,
  type Proceed,
  type Profile,
  type ProfileField,
  type SpeakerField,
  type SpeakerRequirement,
} from '@alexa-profile/core'
import type { BaseComponent, Jovo } from '@jovotech/framework'
import { handlerCall } from './invocation.js'
import { toOutputTemplate } from './output-template.js'

/** The customer's fields to read, and how to ask for missing ones. */
export interface RequireProfileOptions<
  Required extends ProfileField,
  Optional extends ProfileField,
  Declined extends string,
  Otherwise extends string,
> extends CustomerRequirement<Required, Optional, Jovo>,
    MethodNames<Declined, Otherwise> {}

/** The recognized speaker's fields to read, and how to ask for missing ones. Speakers have no email address. */
export interface RequireSpeakerOptions<
  Required extends SpeakerField,
  Optional extends SpeakerField,
  Declined extends string,
  Otherwise extends string,
> extends SpeakerRequirement<Required, Optional, Jovo>,
    MethodNames<Declined, Otherwise> {}

type Handled = void | Promise<void>

/** Decorates methods that take the profile, of components with the methods that the options name. */
type ProfileMethodDecorator<
  Required extends ProfileField,
  Optional extends ProfileField,
  Declined extends string,
  Otherwise extends string,
> = <
  Component extends BaseComponent & { [Name in Declined]: (answer: ConsentAnswer) => Handled } & {
    [Name in Otherwise]: (decision: Obstacle, respond: () => Promise<void>) => Handled
  },
  Method extends (profile: Profile<Required, Optional>, decision: Proceed<Required, Optional>) => Handled,
>(
  target: Component,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void

/**
 * Calls a component's method with every required value, and the optional ones that are available. If something is
 * missing, Alexa says what it is, and asks for consent by card or by voice if that helps. After a yes by voice, the
 * same method is called with the original request, in the context and session of the request with the consent answer.
 *
 * @throws {ProfileError} `option-invalid`, `field-unknown` for mistakes in the options, when the class is defined
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
export function RequireProfile(options: AnyRequirement<Jovo> & MethodNames<string, string>): MethodDecorator {
  const requirement = createRequirement<Jovo>(options, ['declined', 'otherwise'])
  const { declined, otherwise }: MethodNames<string, string> = Object.assign(Object.create(null), options)
  return (component: object, _key, descriptor: PropertyDescriptor) => {
    assertMethods(component, { declined, otherwise })
    const method: Method = descriptor.value
    descriptor.value = async function handle(this: BaseComponent & Record<string, Method>) {
      const call = handlerCall<unknown>(this.jovo, (response) => this.$send(toOutputTemplate(response)))
      return requirement.meet(call, {
        proceed: (profile, decision) => method.call(this, profile, decision),
        declined: declined === undefined ? undefined : (consentAnswer) => this[declined]?.(consentAnswer),
        otherwise: otherwise === undefined ? undefined : (decision, respond) => this[otherwise]?.(decision, respond),
      })
    }
  }
}

type Method = (...parameters: unknown[]) => unknown
