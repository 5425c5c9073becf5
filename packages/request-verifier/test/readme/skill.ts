import { SkillBuilders } from 'ask-sdk-core'

export const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'LaunchRequest',
    handle: ({ requestEnvelope, responseBuilder }) =>
      responseBuilder.speak(`You said ${requestEnvelope.request.type}.`).getResponse(),
  })
  .create()
