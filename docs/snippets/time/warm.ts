import { createAlexaProfile } from '@alexa-profile/ask-sdk'

const emulator = process.env.ALEXA_PROFILE_ENDPOINT // in development only
const { client, requireProfile } = createAlexaProfile({ allowedEndpoints: emulator ? [emulator] : [] })
client.warm(emulator ?? 'EU') // where the skill's customers are: NA, EU or FE

export { requireProfile }
