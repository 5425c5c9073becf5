import { openJovoSkill } from './jovo-skill.mjs'

export const open = (envelope) => openJovoSkill(envelope, { withUs: false })
