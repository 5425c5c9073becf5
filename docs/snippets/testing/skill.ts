export { handler } from '../../../packages/ask-sdk/test/readme/skill.js'
