/** A skill on NestJS, in a process of its own. It answers as soon as it has what it requires. */
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
import { Controller, Module, UseGuards, UseInterceptors } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
class SkillController {
  @OnIntent('BookIntent')
  @RequireProfile({ required: ['name', 'givenName', 'email'], optional: ['mobileNumber'] })
  book(@Profile() { givenName }: ProfileValues<'name' | 'givenName' | 'email', 'mobileNumber'>) {
    return `Booked for ${givenName}.`
  }
}

interface Skill {
  readonly origin: string
  readonly ca: string
  readonly maxTurns?: null
  readonly verification: { readonly skillId: string; readonly root: string; readonly certificateChain: string }
}

process.once('message', async ({ origin, ca, maxTurns, verification }: Skill) => {
  const { skillId, root, certificateChain } = verification
  const options = {
    allowedEndpoints: [origin],
    ca,
    verification: { skillIds: skillId, trustedRoots: root, fetchCertificate: () => certificateChain },
    ...(maxTurns === null && { maxTurns: Number.POSITIVE_INFINITY }),
  }

  @Module({ imports: [AlexaProfileModule.forRoot(options)], controllers: [SkillController] })
  class SkillModule {}

  const app = await NestFactory.create(SkillModule, { rawBody: true, logger: ['error'] })
  await app.listen(0, '127.0.0.1')
  process.send?.({ url: `${await app.getUrl()}/alexa` })
})
