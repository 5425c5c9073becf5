/** A request in Alexa's format. */
export function requestOf(
  request: { readonly type: string; readonly [name: string]: unknown },
  session: object | null = {},
) {
  const application = { applicationId: 'amzn1.ask.skill.table-talk' }
  return {
    version: '1.0',
    ...(session && { session: { new: false, sessionId: 'amzn1.echo-api.session.1', application, ...session } }),
    context: {
      System: {
        application,
        user: { userId: 'amzn1.ask.account.1' },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'secret-token',
      },
    },
    request: {
      requestId: `amzn1.echo-api.request.${crypto.randomUUID()}`,
      timestamp: new Date().toISOString(),
      locale: 'en-US',
      ...request,
    },
  }
}

export function intentOf(name: string, slots: Readonly<Record<string, string>> = {}, session?: object) {
  const spoken = Object.entries(slots).map(([slot, value]) => [slot, { name: slot, value, confirmationStatus: 'NONE' }])
  const intent = { name, confirmationStatus: 'NONE', slots: Object.fromEntries(spoken) }
  return requestOf({ type: 'IntentRequest', intent }, session)
}
