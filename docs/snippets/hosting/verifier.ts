export { verifier } from '../../../packages/request-verifier/test/readme/verifier.js'
