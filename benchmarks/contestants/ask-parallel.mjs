import { openAskSdk } from './ask-sdk.mjs'

export const open = (envelope) => openAskSdk(envelope, { parallel: true })
