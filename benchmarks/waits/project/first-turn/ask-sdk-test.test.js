const { AlexaTest, LaunchRequestBuilder } = require('ask-sdk-test')
const { skill } = require('./skill.js')

const settings = { appId: 'a', userId: 'b', deviceId: 'c', locale: 'en-US' }

describe('the skill', () => {
  new AlexaTest((event, context) => skill.invoke(event, context), settings).test([
    { request: new LaunchRequestBuilder(settings).build(), says: 'Welcome.' },
  ])
})
