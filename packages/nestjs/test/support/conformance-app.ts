import type { HarnessOptions } from '@alexa-profile/conformance'
import type { AlexaResponse, RequestEnvelope as CoreEnvelope } from '@alexa-profile/core'
import {
  type ArgumentsHost,
  type CallHandler,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  Inject,
  Injectable,
  Module,
  type NestInterceptor,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import type { RequestEnvelope } from 'ask-sdk-model'
import {
  AlexaEnvelope,
  AlexaEvent,
  AlexaProfileModule,
  AlexaProfileService,
  AlexaRequestGuard,
  AlexaSlot,
  ask,
  type ConsentAnswer,
  isProfileError,
  type Obstacle,
  OnFallback,
  OnIntent,
  OnLaunch,
  OnPermissionEvent,
  OnSessionEnded,
  OnSkillDisabled,
  type PermissionEvent,
  Profile,
  ProfileField,
  ProfileInterceptor,
  type ProfileResult,
  type ProfileValues,
  RequireProfile,
  toResponseEnvelope,
} from '../../src/index.js'
import { verification } from './signed-post.js'

@Injectable()
class EmailReader implements NestInterceptor {
  constructor(@Inject(AlexaProfileService) private readonly profiles: AlexaProfileService) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    await this.profiles.profileFor(context.switchToHttp().getRequest()).read(['email'])
    return next.handle()
  }
}

@Catch()
class ErrorAnswer implements ExceptionFilter {
  catch(error: Error, host: ArgumentsHost): void {
    const text = `Error ${isProfileError(error) ? error.code : error.name}.`
    const response = host.switchToHttp().getResponse<{ status(code: number): { send(body: object): void } }>()
    response.status(200).send(toResponseEnvelope({ outputSpeech: { type: 'SSML', ssml: `<speak>${text}</speak>` } }))
  }
}

function intentNameOf(request: CoreEnvelope['request'] & { intent?: { name: string } }): string | undefined {
  return request.intent?.name
}

/** The skill for the conformance suite. */
export async function conformanceModule({ shouldAsk, ...options }: HarnessOptions, heard: string[]) {
  @Controller('alexa')
  @UseGuards(AlexaRequestGuard)
  @UseInterceptors(ProfileInterceptor)
  @UseFilters(ErrorAnswer)
  class ConformanceController {
    constructor(@Inject(AlexaProfileService) private readonly profiles: AlexaProfileService) {}

    @OnIntent('RequireIntent')
    @RequireProfile({ required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' })
    require(@Profile() { givenName, email, mobileNumber }: ProfileValues<'givenName' | 'email', 'mobileNumber'>) {
      return `Booked for ${givenName}, ${email}, ${mobileNumber?.phoneNumber ?? 'none'}.`
    }

    @OnIntent('RequireByVoiceIntent')
    @RequireProfile({
      required: ['givenName', 'email'],
      purpose: 'book your table',
      consent: 'voice',
      reprompt: 'Anything else?',
    })
    requireByVoice(
      @Profile() { givenName }: ProfileValues<'givenName' | 'email'>,
      @AlexaEnvelope() { request }: RequestEnvelope,
      @AlexaSlot('date') date?: string,
    ) {
      const booked = `Booked for ${givenName} on ${date}.`
      const dialogState = request.type === 'IntentRequest' ? request.dialogState : undefined
      return dialogState === undefined ? booked : `${booked} Dialog ${dialogState}.`
    }

    @OnIntent('GoOnWithoutIntent')
    @RequireProfile({ required: ['email'], consent: 'voice', declined: 'goOnWithout' })
    requireOrGoOnWithout() {
      return 'Booked.'
    }

    goOnWithout({ answer }: ConsentAnswer, { request }: RequestEnvelope) {
      const date = request.type === 'IntentRequest' ? request.intent.slots?.date?.value : undefined
      return ask(`On ${date} without email: ${answer}.`)
    }

    @OnIntent('OtherwiseIntent')
    @RequireProfile({ required: ['email'], consent: 'voice', otherwise: 'instead' })
    requireOtherwise(@Profile() { email }: ProfileValues<'email'>) {
      return `Mailed ${email}.`
    }

    instead({ action }: Obstacle, _: RequestEnvelope, respond: () => Promise<AlexaResponse>) {
      return action === 'try-later' ? 'Instead: try-later.' : respond()
    }

    @OnLaunch()
    @RequireProfile({ required: ['givenName'], consent: 'voice' })
    launch(@Profile() { givenName }: ProfileValues<'givenName'>) {
      return `Welcome, ${givenName}.`
    }

    @OnSessionEnded()
    @RequireProfile({ required: ['email'], otherwise: 'noteEnd' })
    ended() {}

    noteEnd({ action }: Obstacle, _: RequestEnvelope, respond: () => Promise<AlexaResponse>) {
      heard.push(`ended: ${action}`)
      return respond()
    }

    @OnIntent('RequireSpeakerIntent')
    @RequireProfile({ level: 'speaker', required: ['givenName'], consent: 'voice' })
    requireSpeaker(@Profile() { givenName }: ProfileValues<'givenName'>) {
      return `Hello ${givenName}.`
    }

    @OnIntent('RequireDeviceIntent')
    @RequireProfile({
      required: ['email', 'address'],
      optional: ['timeZone'],
      purpose: 'deliver your order',
      consent: 'voice',
    })
    requireDevice(@Profile() { email, address, timeZone }: ProfileValues<'email' | 'address', 'timeZone'>) {
      return `For ${email} in ${address.city}, ${timeZone ?? 'none'}.`
    }

    @OnIntent('RequireSpeakerAndDeviceIntent')
    @RequireProfile({ level: 'speaker', required: ['givenName', 'countryAndPostalCode'], consent: 'voice' })
    requireSpeakerAndDevice(@Profile() profile: ProfileValues<'givenName' | 'countryAndPostalCode'>) {
      return `Hello ${profile.givenName} in ${profile.countryAndPostalCode.postalCode}.`
    }

    @OnIntent('ReadIntent')
    read(@ProfileField('email') email: ProfileResult<string>) {
      return `email is ${email.status}.`
    }

    @OnIntent('ReadTwiceIntent')
    @UseInterceptors(EmailReader)
    async readTwice(@AlexaEnvelope() envelope: RequestEnvelope) {
      const { email } = await this.profiles.profileFor(envelope).read(['email'])
      return `Twice ${email.status}.`
    }

    @OnPermissionEvent()
    changed(@AlexaEvent() { accepted }: PermissionEvent, @ProfileField('email') email: ProfileResult<string>) {
      heard.push(`${email.status} for ${accepted.length}`)
    }

    @OnSkillDisabled()
    disabled() {
      heard.push('disabled')
    }

    @OnFallback()
    other() {
      return 'Not ours.'
    }
  }

  @Module({
    imports: [
      AlexaProfileModule.forRoot({
        ...options,
        shouldAsk: shouldAsk && (({ request }, decision) => shouldAsk(intentNameOf(request), decision)),
        verification: await verification(),
      }),
    ],
    controllers: [ConformanceController],
  })
  class ConformanceModule {}

  return ConformanceModule
}
