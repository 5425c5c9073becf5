const alexa = require('../skill-package/interactionModels/custom/de-DE.json')

/** Jovo's model of the skill: Alexa's own, so that there is one to change. */
module.exports = {
  version: '4.0',
  invocation: alexa.interactionModel.languageModel.invocationName,
  alexa,
}
