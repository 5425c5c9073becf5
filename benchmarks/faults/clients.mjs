import { fields } from '../lab/customer.mjs'

/**
 * @import { Field } from '../lab/customer.mjs'
 */

/**
 * How reading one field ended.
 *
 * @typedef {{ value: unknown } | { error: string } | { status: string }} Outcome
 *
 * @typedef {object} Client
 * @property {(envelope: any) => Record<Field, Promise<Outcome>>} read all four fields, at once
 * @property {() => void} close
 */

/** The statuses that core may return here for a field without a value. */
const documented = [
  ...['not-set', 'permission-missing', 'token-invalid', 'throttled'],
  ...['server-error', 'unexpected-status', 'network', 'timeout', 'invalid-response', 'blocked'],
]

/** @param {(field: Field) => Promise<Outcome>} read */
const readAll = (read) =>
  /** @type {Record<Field, Promise<Outcome>>} */ (Object.fromEntries(fields.map((field) => [field, read(field)])))

/**
 * Classifies the outcome of a client without typed results.
 *
 * @param {Promise<unknown>} reading
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(reading) {
  try {
    return { value: await reading }
  } catch (error) {
    return { error: error instanceof Error ? error.name : typeof error }
  }
}

/**
 * The compared clients. Each is loaded only when it is used. All of them read the four fields in parallel. Their samples read
 * one after another, which is slower.
 *
 * @type {Record<string, (origin: string) => Promise<Client>>}
 */
export const clients = {
  async 'alexa-profile'(origin) {
    const { createProfileClient } = await import('@alexa-profile/core')
    const client = createProfileClient({ allowedEndpoints: [origin] })
    return {
      read(envelope) {
        const results = client.forRequest(envelope).read(fields)
        return readAll(async (field) => {
          const result = (await results)[field]
          if (result.status === 'available') return { value: result.value }
          const status = result.status === 'failed' ? result.failure : result.status
          return documented.includes(status) ? { status } : { error: 'nothing that is documented' }
        })
      },
      close: () => client.close(),
    }
  },

  async 'ask-sdk'() {
    const { DefaultApiClient } = await import('ask-sdk-core')
    const { services } = await import('ask-sdk-model')
    const apiClient = new DefaultApiClient()
    return {
      read({ context: { System } }) {
        const { apiEndpoint, apiAccessToken: authorizationValue } = System
        const ups = new services.ups.UpsServiceClient({ apiClient, apiEndpoint, authorizationValue })
        const calls = {
          name: () => ups.getProfileName(),
          givenName: () => ups.getProfileGivenName(),
          email: () => ups.getProfileEmail(),
          mobileNumber: () => ups.getProfileMobileNumber(),
        }
        return readAll((field) => outcomeOf(calls[field]()))
      },
      close() {},
    }
  },

  async 'Jovo 4'() {
    const { ProfileProperty, sendCustomerProfileApiRequest } = await import('@jovotech/platform-alexa')
    const properties = {
      name: ProfileProperty.NAME,
      givenName: ProfileProperty.GIVEN_NAME,
      email: ProfileProperty.EMAIL,
      mobileNumber: ProfileProperty.MOBILE_NUMBER,
    }
    return {
      read: ({ context: { System } }) =>
        readAll((field) =>
          outcomeOf(sendCustomerProfileApiRequest(properties[field], System.apiEndpoint, System.apiAccessToken)),
        ),
      close() {},
    }
  },

  async 'Jovo 3'() {
    const { AlexaContact } = await import('jovo-platform-alexa/dist/src/services/AlexaContact.js')
    const properties = {
      name: AlexaContact.NAME,
      givenName: AlexaContact.GIVEN_NAME,
      email: AlexaContact.EMAIL,
      mobileNumber: AlexaContact.MOBILE_NUMBER,
    }
    return {
      read: ({ context: { System } }) =>
        readAll((field) =>
          outcomeOf(AlexaContact.contactAPI(properties[field], System.apiEndpoint, System.apiAccessToken)),
        ),
      close() {},
    }
  },
}
