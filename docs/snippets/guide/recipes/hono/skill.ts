export { skill } from '../middy/skill.js'
