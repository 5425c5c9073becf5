const assert = require('node:assert')
const { VirtualAlexa } = require('virtual-alexa')
const { handler } = require('./skill.js')

it('welcomes the customer', async () => {
  const alexa = VirtualAlexa.Builder().handler(handler).interactionModelFile(`${__dirname}/model.json`).create()
  const { response } = await alexa.launch()
  assert.equal(response.outputSpeech.ssml, '<speak>Welcome.</speak>')
})
