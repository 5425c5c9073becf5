import { type Emulator, startEmulator } from '@alexa-profile/emulator'
import { afterAll, expect, it, vi } from 'vitest'
import { listen } from '../../../listen.js'

// #region test
const id = (digit: number) => `amzn1.ask.skill.00000000-0000-0000-0000-00000000000${digit}`
const [tableTalk, recipeBox, stranger] = (await Promise.all(
  [1, 2, 3].map((digit) => startEmulator({ skill: { skillId: id(digit) } })),
)) as [Emulator, Emulator, Emulator]

afterAll(async () => {
  vi.unstubAllEnvs()
  await Promise.all([tableTalk, recipeBox, stranger].map((emulator) => emulator.close()))
})

it('gives each request to its own skill, and rejects those of others', async () => {
  vi.stubEnv('TABLE_TALK_ID', id(1))
  vi.stubEnv('RECIPE_BOX_ID', id(2))
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', tableTalk.url)
  const { app } = await import('./app.js')
  const url = `${await listen(app)}/alexa`
  const open = async (emulator: Emulator) => {
    vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
    emulator.customer.grantAll()
    return emulator.device(url).open()
  }
  expect(await open(tableTalk)).toMatchObject({ speech: 'Welcome to Table Talk, Ann.', violations: [] })
  expect(await open(recipeBox)).toMatchObject({ speech: 'Welcome to Recipe Box, Ann.', violations: [] })
  expect((await open(stranger)).violations).toMatchObject([{ rule: 'skill-http-status' }])
})
// #endregion test
