/** A response of the profile API. */
export interface ApiResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/**
 * The codes and messages seen in real responses.
 *
 * @see https://github.com/jovotech/jovo-framework/blob/16f8c4d/platforms/platform-alexa/src/api/CustomerProfileApi.ts (read 2026-11-22)
 */
export const invalidToken = json(401, {
  code: 'INVALID_TOKEN',
  message: 'The authentication token is not valid.',
})

/**
 * The response of the address API to an expired token, as seen: 403, and `type` instead of `code`.
 *
 * @see https://github.com/maxbeckers/amazon-alexa-php/issues/62 (read 2026-11-28)
 */
export const invalidAddressToken = json(403, {
  type: 'FORBIDDEN',
  message: 'The authentication token is not valid.',
})

/**
 * The response of the CDN in front of the API to a GET with a body.
 *
 * @see https://github.com/alexa/alexa-skills-kit-sdk-for-python/issues/38 (read 2026-11-22)
 */
export const blockedByCdn: ApiResponse = {
  status: 403,
  headers: { 'content-type': 'text/html' },
  body: '<!DOCTYPE HTML><HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1>Bad request.</BODY></HTML>',
}
