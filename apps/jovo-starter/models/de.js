const alexa = require('../skill-package/interactionModels/custom/de-DE.json')

/** Jovo's model of the skill. It contains Alexa's model, so that only one model has to be changed. */
module.exports = {
  version: '4.0',
  invocation: alexa.interactionModel.languageModel.invocationName,
  alexa,
}
