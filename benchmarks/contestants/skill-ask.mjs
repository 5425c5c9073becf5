import { openAskSkill } from './ask-skill.mjs'

export const open = (envelope) => openAskSkill(envelope, { withUs: false })
