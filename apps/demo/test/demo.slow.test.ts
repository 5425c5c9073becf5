import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** `npm run build` creates it. */
const demo = fileURLToPath(new URL('../dist/demo.mjs', import.meta.url))

interface Run {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

function run(framework: string, environment: NodeJS.ProcessEnv = { CI: 'true', NODE_OPTIONS: '' }): Promise<Run> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment } }
    const child = execFile(process.execPath, [demo, '--framework', framework], options, (_, output, errors) =>
      resolve({ code: child.exitCode, output, errors }),
    )
  })
}

it.each(['ask-sdk', 'jovo', 'jovo-v3', 'nestjs'])(
  'plays the whole conversation on %s into a pipe without colours, and passes all checks',
  async (framework) => {
    const { code, output, errors } = await run(framework)
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(output).not.toContain('\u001b')
    for (const line of [
      /Customer +Alexa, open Table Talk\./,
      /Alexa asks +\(in its own words\) for alexa::profile:given_name:read and alexa::profile:email:read/,
      /Alexa +All right\. Your table for 4 people is booked/,
      /Alexa +Thank you, Ann\./,
      /Mail +To: ann@example\.com/,
      /"type": "AskForPermissionsConsent"/,
      /Text +To \+12065550100: Table Talk Bistro/,
      /AlexaSkillEvent\.SkillPermissionChanged .* acknowledged/,
      /Subject: Welcome to Table Talk Bistro/,
      /Alexa +Danke, Ann\. Dein Tisch für 2 Personen/,
      /Profile\.email +204/,
      /Profile\.email +429/,
      /Profile\.email +no response/,
      /Attacker +0 connections, 0 bytes/,
      /All 10 scenes passed/,
    ]) {
      expect(output).toMatch(line)
    }
  },
)

it('lists the known frameworks if the framework is unknown', async () => {
  expect(await run('flask')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('ask-sdk, jovo, jovo-v3, nestjs'),
  })
})
