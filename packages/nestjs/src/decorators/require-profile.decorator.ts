import {
  type AlexaResponse,
  type AnyRequirement,
  assertMethods,
  type ConsentAnswer,
  type CustomerRequirement,
  createRequirement,
  type MethodNames,
  type Obstacle,
  type Profile,
  type ProfileField,
  type ProfileRequirement,
  type RequestEnvelope,
  type SpeakerField,
  type SpeakerRequirement,
} from '@alexa-profile/core'
import { SetMetadata, UseInterceptors } from '@nestjs/common'
import { type MethodRequirement, requirementKey } from '../method-requirement.js'
import { ProfileInterceptor } from '../profile.interceptor.js'

/** The customer's fields to read, and how to ask for missing ones. */
export interface RequireProfileOptions<
  Required extends ProfileField = ProfileField,
  Optional extends ProfileField = ProfileField,
  Declined extends string = string,
  Otherwise extends string = string,
> extends CustomerRequirement<Required, Optional, RequestEnvelope>,
    MethodNames<Declined, Otherwise> {}

/** The recognized speaker's fields to read, and how to ask for missing ones. Speakers have no email address. */
export interface RequireSpeakerOptions<
  Required extends SpeakerField = SpeakerField,
  Optional extends SpeakerField = SpeakerField,
  Declined extends string = string,
  Otherwise extends string = string,
> extends SpeakerRequirement<Required, Optional, RequestEnvelope>,
    MethodNames<Declined, Otherwise> {}

/** The type of `@Profile()`: all required fields, and the optional ones that are available. */
export type ProfileValues<Required extends ProfileField, Optional extends ProfileField = never> = Profile<
  Required,
  Optional
>

/** `ProfileValues` for options in a constant: `ProfileOf<typeof booking>`. */
export type ProfileOf<Options extends ProfileRequirement<ProfileField, ProfileField>> = Profile<
  FieldsIn<Options['required']>,
  FieldsIn<Options['optional']>
>

type FieldsIn<List> = List extends readonly ProfileField[] ? List[number] : never

/** Decorates methods of controllers with the methods that the options name. Accepts any type of envelope there. */
type ProfileMethodDecorator<Declined extends string, Otherwise extends string> = <
  Controller extends { [Name in Declined]: (answer: ConsentAnswer, envelope: never) => unknown } & {
    [Name in Otherwise]: (decision: Obstacle, envelope: never, respond: () => Promise<AlexaResponse>) => unknown
  },
>(
  controller: Controller,
  method: string | symbol,
  descriptor: PropertyDescriptor,
) => void

/**
 * Calls the method only with the profile that it requires, which `@Profile()` injects. If something is missing, Alexa
 * says what it is, and asks for consent by card or by voice if that helps. After a yes by voice, the same method is
 * called with the original request, in the context and session of the request with the consent answer.
 *
 * `declined` and `otherwise` name methods of the same controller: `declined(consentAnswer, envelope)` and
 * `otherwise(decision, envelope, respond)`, where `respond()` builds the usual response.
 *
 * Adds `ProfileInterceptor` if neither the controller nor the app uses it. Requests that are not from Alexa get status
 * 400.
 *
 * @throws {ProfileError} `option-invalid`, `field-unknown` for mistakes in the options, when the class is defined
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
export function RequireProfile(
  options: AnyRequirement<RequestEnvelope> & MethodNames<string, string>,
): MethodDecorator {
  const requirement = createRequirement<RequestEnvelope>(options, ['declined', 'otherwise'])
  const { declined, otherwise }: MethodNames<string, string> = Object.assign(Object.create(null), options)
  const metadata: MethodRequirement = Object.freeze({ requirement, declined, otherwise })
  return (controller, method, descriptor) => {
    assertMethods(controller, { declined, otherwise })
    SetMetadata(requirementKey, metadata)(controller, method, descriptor)
    UseInterceptors(ProfileInterceptor)(controller, method, descriptor)
  }
}
