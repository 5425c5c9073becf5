import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getRequestType, type Skill, SkillBuilders } from 'ask-sdk-core'

function greeting(skillName: string): Skill {
  const { requireProfile } = createAlexaProfile({ skillName }) // its name is what customers hear
  const greet = requireProfile(
    { required: ['givenName'], purpose: 'greet you' },
    {
      canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
      handle: (input, { givenName }) =>
        input.responseBuilder.speak(`Welcome to ${skillName}, ${escapeSsml(givenName)}.`).getResponse(),
    },
  )
  return SkillBuilders.custom().addRequestHandlers(greet).create()
}

/** By the skill's id in the developer console. */
export const skills = new Map<string, Skill>([
  [process.env.TABLE_TALK_ID ?? '', greeting('Table Talk')],
  [process.env.RECIPE_BOX_ID ?? '', greeting('Recipe Box')],
])
