import { startEmulator } from '@alexa-profile/emulator'
import {
  AlexaProfileHealthIndicator,
  AlexaProfileModule,
  AlexaRequestGuard,
  OnIntent,
  OnSkillEnabled,
} from '@alexa-profile/nestjs'
import { Controller, Module, UseGuards } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { TerminusModule } from '@nestjs/terminus'
import { expect, it, onTestFinished } from 'vitest'
import { ApologyFilter } from './readme/apology.filter.js'
import { Bookings } from './readme/bookings.js'
import { Customers } from './readme/customers.js'
import { EventsController } from './readme/events.controller.js'
import { HealthController } from './readme/health.controller.js'
import { AppModule as LimitedModule } from './readme/overload.module.js'
import { SkillController } from './readme/skill.controller.js'
import { SkillModule } from './readme/skill.module.js'
import { verification } from './support/signed-post.js'
import { adapterNames, startApp } from './support/start-app.js'

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
class BrokenController {
  @OnIntent('BrokenIntent')
  breakDown() {
    throw new Error('broken')
  }

  @OnSkillEnabled()
  breakDownUnheard() {
    throw new Error('broken')
  }
}

it.each(adapterNames)("README's app works as a whole on %s", async (adapter) => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  @Module({
    imports: [
      TerminusModule,
      AlexaProfileModule.forRoot({ allowedEndpoints: [emulator.url], verification: await verification() }),
    ],
    controllers: [SkillController, EventsController, HealthController, BrokenController],
    providers: [Bookings, Customers, AlexaProfileHealthIndicator, { provide: APP_FILTER, useClass: ApologyFilter }],
  })
  class AppModule {}
  const { app, url } = await startApp(AppModule, adapter)
  const skill = `${url}/alexa`
  const device = emulator.device(skill)
  emulator.subscribe(skill)

  const opened = await device.open()
  expect(opened).toMatchObject({ speech: expect.stringContaining('which day'), sessionOpen: true, violations: [] })
  expect((await device.intent('OtherIntent')).speech).toBe('Sorry, I can only book tables.')
  expect((await device.intent('BrokenIntent')).speech).toBe('Sorry, something went wrong. Please try again.')
  expect((await fetch(skill, { method: 'POST' })).status).toBe(400)
  const tooLong = { method: 'POST', headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(2 ** 20)}"` }
  expect((await fetch(skill, tooLong)).status).toBe(413)
  expect((await fetch(`${url}/health`)).status).toBe(200)

  const { welcomed } = app.get(Customers)
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect([...welcomed.values()]).toEqual(['ann@example.com'])
  emulator.customer.revoke('email')
  await emulator.eventsDelivered()
  expect([...welcomed]).toEqual([])
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  emulator.customer.disableSkill()
  await emulator.eventsDelivered()
  expect([...welcomed]).toEqual([])
  expect(emulator.events.every(({ acknowledged }) => acknowledged)).toBe(true)

  emulator.customer.enableSkill()
  await emulator.eventsDelivered()
  expect(emulator.events.at(-1)).toMatchObject({ acknowledged: false, attempts: 3 })
})

it.each(adapterNames)("README's overload module starts on %s", async (adapter) => {
  const { url } = await startApp(LimitedModule, adapter)

  const posted = await fetch(`${url}/alexa`, { method: 'POST', headers: { signaturecertchainurl: 'https://s3.test' } })
  expect(posted.status).toBe(404)
})

it.each(adapterNames)("README's module rejects requests that are not from Alexa on %s", async (adapter) => {
  const { url } = await startApp(SkillModule, adapter)

  expect((await fetch(`${url}/alexa`, { method: 'POST' })).status).toBe(400)
})
