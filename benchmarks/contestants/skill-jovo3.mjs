import { openJovo3Skill } from './jovo3-skill.mjs'

export const open = (envelope) => openJovo3Skill(envelope, { withUs: false })
