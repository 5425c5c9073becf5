export { handler } from '../consent-story/skill.js'
