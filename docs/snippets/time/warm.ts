import { createAlexaProfile } from '@alexa-profile/ask-sdk'

const { client, requireProfile } = createAlexaProfile()
client.warm('EU') // the customers' region: NA, EU or FE

export { requireProfile }
