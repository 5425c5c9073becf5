export { lines, log } from '../../../../../packages/request-verifier/test/readme/log.js'
