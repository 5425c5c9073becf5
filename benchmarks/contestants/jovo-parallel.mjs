import { openJovo } from './jovo.mjs'

export const open = (envelope) => openJovo(envelope, { parallel: true })
