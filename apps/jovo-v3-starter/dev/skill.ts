import { stdout } from 'node:process'
import { readConfig } from '../src/config.js'
import { createSkill } from '../src/skill.js'

const skill = createSkill({
  ...readConfig(process.env),
  sendText: async ({ to, text }) => void stdout.write(`Text to ${to}: ${text}\n`),
})

/** For `npm run dev`: the skill as on Lambda, except that text messages are printed. */
export const handler = skill.invoke.bind(skill)
