import { type AlexaRegion, createProfileClient } from '@alexa-profile/core'

/** The Alexa region whose customers a function serves, by the function's own region. */
const alexaRegions: Readonly<Record<string, AlexaRegion>> = { 'us-east-1': 'NA', 'eu-west-1': 'EU', 'us-west-2': 'FE' }

/** One connection for each field that is read at the same time. */
const connections = 4

/**
 * Opens connections to Alexa while Lambda loads the function, so that the first read does not have to open them while the
 * customer waits. Does nothing in a function with provisioned concurrency: Alexa would close the connections before the first request.
 */
export function warmUp({ AWS_LAMBDA_INITIALIZATION_TYPE, AWS_REGION = '' }: NodeJS.ProcessEnv): void {
  const region = alexaRegions[AWS_REGION]
  if (AWS_LAMBDA_INITIALIZATION_TYPE !== 'on-demand' || region === undefined) return
  createProfileClient().warm(region, connections)
}
