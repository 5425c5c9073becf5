import { createAlexaProfile } from '@alexa-profile/ask-sdk'

const { client, requireProfile } = createAlexaProfile()
client.warm('EU') // where the skill's customers are: NA, EU or FE

export { requireProfile }
