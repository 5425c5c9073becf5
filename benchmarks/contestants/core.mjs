const { createProfileClient } = await import(process.env.ALEXA_PROFILE_CORE ?? '@alexa-profile/core')

export function open(envelope) {
  const { apiEndpoint } = envelope.context.System
  const client = createProfileClient({ allowedEndpoints: [apiEndpoint] })
  return {
    async turn(fields) {
      const results = await client.forRequest(envelope).read(fields)
      return Object.fromEntries(fields.map((field) => [field, results[field].value]))
    },
    warm: (connections) => client.warm(apiEndpoint, connections),
  }
}
