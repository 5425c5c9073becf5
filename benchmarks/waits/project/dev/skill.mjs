import { SkillBuilders } from 'ask-sdk-core'

const words = 'original words'

export const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    handle: ({ responseBuilder }) => responseBuilder.speak(words).getResponse(),
  })
  .create()

export const handler = async (event, context) => skill.invoke(event, context)
