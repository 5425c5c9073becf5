import { AlexaProfileModule } from '@alexa-profile/nestjs'
import { AlexaProfileOverloadModule } from '@alexa-profile/nestjs/overload'
import { Module } from '@nestjs/common'

@Module({
  imports: [AlexaProfileModule.forRoot({}), AlexaProfileOverloadModule.forRoot({ skillName: 'Table Talk' })],
})
export class AppModule {}
