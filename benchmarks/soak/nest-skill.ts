/** A NestJS skill in a separate process. It responds as soon as it has its required fields. */
import 'reflect-metadata'
import {
  AlexaProfileModule,
  AlexaRequestGuard,
  OnIntent,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  RequireProfile,
} from '@alexa-profile/nestjs'
import { AlexaProfileOverloadModule } from '@alexa-profile/nestjs/overload'
import { Controller, Module, UseGuards, UseInterceptors } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

/** What a turn does besides reading, in milliseconds of the processor. */
let workMs = 0

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
class SkillController {
  @OnIntent('BookIntent')
  @RequireProfile({ required: ['name', 'givenName', 'email'], optional: ['mobileNumber'] })
  book(@Profile() { givenName }: ProfileValues<'name' | 'givenName' | 'email', 'mobileNumber'>) {
    const until = performance.now() + workMs
    while (performance.now() < until);
    return `Booked for ${givenName}.`
  }
}

interface Skill {
  readonly origin: string
  readonly ca: string
  readonly isLimited?: boolean
  readonly workMs: number
  readonly verification: { readonly skillId: string; readonly root: string; readonly certificateChain: string }
}

process.once('message', async ({ origin, ca, isLimited = true, verification, ...skill }: Skill) => {
  workMs = skill.workMs
  const { skillId, root, certificateChain } = verification
  const options = {
    allowedEndpoints: [origin],
    ca,
    verification: { skillIds: skillId, trustedRoots: root, fetchCertificate: () => certificateChain },
  }

  @Module({
    imports: [AlexaProfileModule.forRoot(options), ...(isLimited ? [AlexaProfileOverloadModule.forRoot({})] : [])],
    controllers: [SkillController],
  })
  class SkillModule {}

  const app = await NestFactory.create(SkillModule, { rawBody: true, logger: ['error'] })
  // As behind a load balancer, which keeps connections for longer than Node's 5 s.
  Object.assign(app.getHttpServer(), { keepAliveTimeout: 65_000 })
  await app.listen(0, '127.0.0.1')
  process.send?.({ url: `${await app.getUrl()}/alexa` })
})
