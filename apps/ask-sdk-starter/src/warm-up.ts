import { type AlexaRegion, createProfileClient } from '@alexa-profile/core'
import type { Config } from './config.js'

/** By the region that the function is in: the Alexa region whose customers it serves. */
const alexaRegions: Readonly<Record<string, AlexaRegion>> = { 'us-east-1': 'NA', 'eu-west-1': 'EU', 'us-west-2': 'FE' }

/** As many as fields are read at once. */
const connections = 3

/**
 * Opens connections to Alexa while Lambda loads the function, for the first reading, which would otherwise open them while the
 * customer waits. Not in a function that is provisioned ahead: they would be closed again before anybody comes.
 */
export function warmUp({ profile }: Config, environment: NodeJS.ProcessEnv): void {
  const { AWS_LAMBDA_INITIALIZATION_TYPE, AWS_REGION = '' } = environment
  const endpoint = profile.allowedEndpoints?.[0] ?? alexaRegions[AWS_REGION]
  if (AWS_LAMBDA_INITIALIZATION_TYPE !== 'on-demand' || endpoint === undefined) return
  createProfileClient(profile).warm(endpoint, connections)
}
