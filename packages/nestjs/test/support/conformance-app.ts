import type { ProfileClientOptions } from '@alexa-profile/core'
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
  OnFallback,
  OnIntent,
  OnPermissionEvent,
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

/** The skill that the conformance suite talks to. */
export async function conformanceModule(options: ProfileClientOptions, heard: string[]) {
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
    requireByVoice(@Profile() { givenName }: ProfileValues<'givenName' | 'email'>, @AlexaSlot('date') date?: string) {
      return `Booked for ${givenName} on ${date}.`
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

    @OnIntent('RequireSpeakerIntent')
    @RequireProfile({ level: 'speaker', required: ['givenName'], consent: 'voice' })
    requireSpeaker(@Profile() { givenName }: ProfileValues<'givenName'>) {
      return `Hello ${givenName}.`
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
        verification: await verification(),
        maxTurns: Number.POSITIVE_INFINITY, // on a busy machine, twenty customers at once may be too many
      }),
    ],
    controllers: [ConformanceController],
  })
  class ConformanceModule {}

  return ConformanceModule
}
