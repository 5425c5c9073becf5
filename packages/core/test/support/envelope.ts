export const token = 'Atza|secret-token-7f3a.x_y-z~+/=='

export const person = { personId: 'amzn1.ask.person.ANN' }

/** A request in Alexa's format, in a session, from a device that uses this endpoint. */
export function envelopeFor(apiEndpoint: string, system: Readonly<Record<string, unknown>> = {}) {
  return {
    version: '1.0',
    session: { new: true, sessionId: 'amzn1.echo-api.session.1', application: {}, user: {} },
    context: {
      System: {
        application: { applicationId: 'amzn1.ask.skill.1' },
        user: { userId: 'amzn1.ask.account.1' },
        device: { deviceId: 'amzn1.ask.device.1', supportedInterfaces: {} },
        apiEndpoint,
        apiAccessToken: token,
        ...system,
      },
    },
    request: { type: 'LaunchRequest', requestId: 'amzn1.echo-api.request.1', timestamp: '', locale: 'en-US' },
  }
}
