export { handler } from '../../../packages/core/test/readme/handler.js'
