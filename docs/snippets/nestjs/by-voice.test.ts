import 'reflect-metadata'
import { startEmulator } from '@alexa-profile/emulator'
import { AlexaProfileModule } from '@alexa-profile/nestjs'
import { Test } from '@nestjs/testing'
import { expect, it, onTestFinished } from 'vitest'
import { BookingController } from './by-voice.controller.js'

it('continues with the profile after a yes, and without it after a no', async () => {
  const emulator = await startEmulator()
  const { root, certificateChain } = await emulator.signer()
  const verification = {
    skillIds: emulator.skillId,
    trustedRoots: root,
    fetchCertificate: () => certificateChain,
  }
  const module = AlexaProfileModule.forRoot({ allowedEndpoints: [emulator.url], verification })
  const testing = await Test.createTestingModule({ imports: [module], controllers: [BookingController] }).compile()
  const app = testing.createNestApplication({ rawBody: true })
  await app.listen(0, '127.0.0.1')
  onTestFinished(async () => {
    await app.close()
    await emulator.close()
  })
  const url = `${await app.getUrl()}/alexa`
  const device = emulator.device(url)
  const another = emulator.device(url)

  await device.intent('BookTableIntent', { date: '2026-12-24' })
  expect((await device.answerConsent('deny')).speech).toBe('Booked, without a name.')
  await another.intent('BookTableIntent', { date: '2026-12-24' })
  expect((await another.answerConsent('accept')).speech).toBe('Thank you, Ann. Booked for 2026-12-24.')
})
