const { SkillBuilders } = require('ask-sdk-core')

const welcome = {
  canHandle: () => true,
  handle: ({ responseBuilder }) => responseBuilder.speak('Welcome.').getResponse(),
}

exports.skill = SkillBuilders.custom().addRequestHandlers(welcome).create()
exports.handler = (event, context, callback) => {
  exports.skill.invoke(event, context).then((response) => callback(null, response), callback)
}
