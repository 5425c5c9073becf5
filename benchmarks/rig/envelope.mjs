/** A token with the length of Alexa's tokens. */
const token = `Atza|${'benchmark-token-'.repeat(37)}`

/** Creates a request as Alexa posts it, with this endpoint. */
export function envelopeFor(apiEndpoint) {
  return {
    version: '1.0',
    session: {
      new: false,
      sessionId: 'amzn1.echo-api.session.benchmark',
      application: { applicationId: 'amzn1.ask.skill.benchmark' },
      user: { userId: 'amzn1.ask.account.benchmark' },
    },
    context: {
      System: {
        application: { applicationId: 'amzn1.ask.skill.benchmark' },
        user: { userId: 'amzn1.ask.account.benchmark' },
        device: { deviceId: 'amzn1.ask.device.benchmark', supportedInterfaces: {} },
        apiEndpoint,
        apiAccessToken: token,
      },
    },
    request: {
      type: 'IntentRequest',
      requestId: 'amzn1.echo-api.request.benchmark',
      timestamp: '2026-11-25T12:00:00Z',
      locale: 'en-US',
      intent: { name: 'BookTableIntent', confirmationStatus: 'NONE' },
    },
  }
}
