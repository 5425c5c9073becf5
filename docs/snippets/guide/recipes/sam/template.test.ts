import { existsSync, readFileSync } from 'node:fs'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished, vi } from 'vitest'
import { parse, type ScalarTag } from 'yaml'

/** CloudFormation's short forms, as the long ones. */
const customTags: ScalarTag[] = [
  { tag: '!Ref', resolve: (name) => ({ Ref: name }) },
  { tag: '!GetAtt', resolve: (path) => ({ 'Fn::GetAtt': path.split('.') }) },
]
const template = parse(readFileSync(new URL('./template.yaml', import.meta.url), 'utf8'), { customTags })
const { Properties: properties, Metadata: metadata } = template.Resources.Skill

it('lets only Alexa call the function, and only for this skill', () => {
  expect(properties.Events).toEqual({ Alexa: { Type: 'AlexaSkill', Properties: { SkillId: { Ref: 'SkillId' } } } })
  const { Default, AllowedPattern } = template.Parameters.SkillId
  expect(Default).toBeUndefined() // so that a deployment without an id fails
  expect('amzn1.ask.skill.0a1b2c3d-0000-4000-8000-0123456789ab').toMatch(new RegExp(`^(?:${AllowedPattern})$`))
  expect('').not.toMatch(new RegExp(`^(?:${AllowedPattern})$`))
})

it('names the code, and a runtime and a time limit under which it responds', async () => {
  const [entryPoint] = metadata.BuildProperties.EntryPoints
  expect(existsSync(new URL(`./${properties.CodeUri}${entryPoint}`, import.meta.url))).toBe(true)
  const [module, name] = properties.Handler.split('.')
  expect(`${module}.ts`).toBe(entryPoint)

  const emulator = await startEmulator({ runtime: properties.Runtime, skillTimeoutMs: properties.Timeout * 1000 })
  onTestFinished(() => emulator.close())
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  emulator.customer.grantAll()
  const skill: Record<string, Parameters<typeof emulator.device>[0]> = await import('./src/index.js')
  const turn = await emulator.device(skill[name] ?? '').intent('BookTableIntent')
  expect(turn).toMatchObject({ speech: 'Thank you, Ann, your table is booked.', violations: [] })
})
