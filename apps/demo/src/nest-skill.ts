import 'reflect-metadata'
import type { LogDetails } from '@alexa-profile/nestjs-starter'
import { type AppConfig, AppModule, appConfig, SEND_TEXT } from '@alexa-profile/nestjs-starter'
import { Test } from '@nestjs/testing'
import type { SkillParts } from './skill-parts.js'
import type { StartedSkill } from './started-skill.js'

/** Starts the app on a separate server that accepts only signed requests, with its database in memory. */
export async function startNestSkill({ emulator, smtpUrl, sendText, log }: SkillParts): Promise<StartedSkill> {
  const config: AppConfig = {
    port: 0,
    skillId: 'amzn1.ask.skill.table-talk',
    emulatorUrl: emulator.url,
    database: { url: undefined, directory: 'memory://' },
    mail: { smtpUrl },
  }
  const keep = (message: LogDetails & { readonly event?: string }) => {
    if (message.event !== undefined) log(message.event, message)
  }
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .setLogger({ log: keep, warn: keep, error: keep })
    .overrideProvider(appConfig.KEY)
    .useValue(config)
    .overrideProvider(SEND_TEXT)
    .useValue(sendText)
    .compile()
  const app = module.createNestApplication({ rawBody: true })
  await app.listen(config.port, '127.0.0.1')
  const skill = `${await app.getUrl()}/alexa`
  const { headersFor } = await emulator.signer()

  function post(body: string, signature: Partial<ReturnType<typeof headersFor>>): Promise<Response> {
    return fetch(skill, { method: 'POST', headers: { 'content-type': 'application/json', ...signature }, body })
  }
  return {
    skill,
    async answer(envelope) {
      const body = JSON.stringify(envelope)
      return (await post(body, headersFor(body))).json()
    },
    statusWithoutSignature: async (envelope) => (await post(JSON.stringify(envelope), {})).status,
    close: () => app.close(),
  }
}
