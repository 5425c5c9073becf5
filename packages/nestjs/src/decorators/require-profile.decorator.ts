import {
  assertRequirement,
  type ConsentAnswer,
  type Obstacle,
  type Profile,
  ProfileError,
  type ProfileField,
  type ProfileRequirement,
  type SpeakerField,
} from '@alexa-profile/core'
import { SetMetadata, UseInterceptors } from '@nestjs/common'
import { ProfileInterceptor } from '../profile.interceptor.js'
import { type Asking, type Requirement, requirementKey } from '../requirement.js'

/** What to read of the customer, and how to ask where that is not enough. */
export interface RequireProfileOptions<
  Required extends ProfileField = ProfileField,
  Optional extends ProfileField = ProfileField,
  Declined extends string = string,
  Otherwise extends string = string,
> extends ProfileRequirement<Required, Optional>,
    Asking<Declined, Otherwise> {
  readonly level?: 'customer' | undefined
}

/** The same of the recognized speaker, who has no email address. */
export interface RequireSpeakerOptions<
  Required extends SpeakerField = SpeakerField,
  Optional extends SpeakerField = SpeakerField,
  Declined extends string = string,
  Otherwise extends string = string,
> extends ProfileRequirement<Required, Optional>,
    Asking<Declined, Otherwise> {
  readonly level: 'speaker'
}

/** What `@Profile()` hands over: all required fields, and the optional ones that are there. */
export type ProfileValues<Required extends ProfileField, Optional extends ProfileField = never> = Profile<
  Required,
  Optional
>

/** `ProfileValues` for options that are kept in a constant: `ProfileOf<typeof booking>`. */
export type ProfileOf<Options extends ProfileRequirement<ProfileField, ProfileField>> = Profile<
  FieldsIn<Options['required']>,
  FieldsIn<Options['optional']>
>

type FieldsIn<List> = List extends readonly ProfileField[] ? List[number] : never

/** Decorates methods of controllers that have the methods which the options name. Any type of envelope will do there. */
type ProfileMethodDecorator<Declined extends string, Otherwise extends string> = <
  Controller extends { [Name in Declined]: (answer: ConsentAnswer, envelope: never) => unknown } & {
    [Name in Otherwise]: (decision: Obstacle, envelope: never) => unknown
  },
>(
  controller: Controller,
  method: string | symbol,
  descriptor: PropertyDescriptor,
) => void

/**
 * The method is only called with the profile that it requires, which `@Profile()` hands over. Where that is not there, the
 * customer hears why and is asked for consent, by card or by voice, if that helps. After a yes by voice the same method is
 * called with the original request, in the context and session of the one that brought the answer.
 *
 * Brings `ProfileInterceptor` with it where that is used for neither the controller nor the app. What is no request of
 * Alexa's is answered with status 400.
 *
 * @throws {ProfileError} `option-invalid`, `field-unknown`: mistakes show when the class is defined
 *
 * @example
 * @OnIntent('BookTableIntent')
 * @RequireProfile({ required: ['email'], optional: ['mobileNumber'], purpose: 'book your table' })
 * bookTable(@Profile() { email, mobileNumber }: ProfileValues<'email', 'mobileNumber'>) {}
 */
export function RequireProfile<
  Required extends ProfileField = never,
  Optional extends ProfileField = never,
  Declined extends string = never,
  Otherwise extends string = never,
>(options: RequireProfileOptions<Required, Optional, Declined, Otherwise>): ProfileMethodDecorator<Declined, Otherwise>
export function RequireProfile<
  Required extends SpeakerField = never,
  Optional extends SpeakerField = never,
  Declined extends string = never,
  Otherwise extends string = never,
>(options: RequireSpeakerOptions<Required, Optional, Declined, Otherwise>): ProfileMethodDecorator<Declined, Otherwise>
export function RequireProfile(options: Requirement): MethodDecorator {
  assertRequirement(options, ['declined', 'otherwise', 'shouldAsk'])
  const { declined, otherwise } = options
  return (controller, method, descriptor) => {
    for (const name of [declined, otherwise]) {
      if (name === undefined || typeof Reflect.get(controller, name) === 'function') continue
      const found = typeof name === 'string' ? JSON.stringify(name) : 'of that kind'
      throw new ProfileError(
        'option-invalid',
        `The controller has no method ${found}. Give declined and otherwise the name of one, as a text.`,
      )
    }
    SetMetadata(requirementKey, Object.freeze({ ...options }))(controller, method, descriptor)
    UseInterceptors(ProfileInterceptor)(controller, method, descriptor)
  }
}
