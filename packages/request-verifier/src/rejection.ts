/** The reasons for a rejection, with advice for the developer. */
export const rejectionReasons = Object.freeze({
  'body-incomplete': 'The connection ended before the whole body arrived.',
  'body-malformed':
    'The body is not an Alexa request in JSON. If Alexa sent it, something changed it on the way. Pass the bytes as they arrived.',
  'body-not-raw':
    'The bytes that Alexa signed are gone, because something read the body first. Put the verifier before express.json() and other body parsers, or keep the bytes as request.rawBody.',
  'body-too-large':
    'The body is longer than maxBodyBytes. Raise the option if your skill keeps long session attributes.',
  'certificate-expired':
    'The signing certificate, or one above it in the chain, has expired. If Alexa signed this, check the clock of this server.',
  'certificate-malformed': 'The file at the certificate URL contains no readable PEM certificate.',
  'certificate-misused':
    'A certificate in the chain is used for a purpose that it does not allow (basic constraints, key usage, path length or name constraints). Alexa did not sign this.',
  'certificate-not-yet-valid':
    'The signing certificate, or one above it in the chain, is not valid yet. If Alexa signed this, check the clock of this server.',
  'certificate-unavailable':
    'The certificate could not be downloaded. Allow this server to reach https://s3.amazonaws.com, or pass fetchCertificate if it needs a proxy.',
  'certificate-untrusted':
    'The certificate chain does not end at a trusted root. Update Node if its roots are years old. In development, set trustedRoots to the root of your signer.',
  'certificate-url-invalid':
    'SignatureCertChainUrl is not a URL below https://s3.amazonaws.com/echo.api/. Alexa did not send this.',
  'certificate-url-missing':
    'The SignatureCertChainUrl header is missing, or present more than once. If Alexa sent this, make your proxy forward all headers.',
  'certificate-weak': 'A certificate in the chain has a weak key or signature. Alexa did not sign this.',
  'certificate-wrong-name': 'The certificate is not for echo-api.amazon.com. Alexa did not sign this.',
  'content-type-invalid':
    'The Content-Type is not JSON in UTF-8. If Alexa sent this, make your proxy forward the header unchanged.',
  'request-replayed': 'This request has already been accepted.',
  'signature-malformed': 'The Signature-256 header is not a base64 signature. Alexa did not send this.',
  'signature-mismatch':
    'The signature does not match the body. If Alexa sent this, something changed the body on the way. Pass the bytes as they arrived, before any parser.',
  'signature-missing':
    'The Signature-256 header is missing, or present more than once. If Alexa sent this, make your proxy forward all headers.',
  'skill-unknown':
    'The request is for a skill that is not in skillIds. Compare skillIds with the id in the developer console.',
  'timestamp-in-future': 'The timestamp is in the future. If Alexa sent this, check the clock of this server.',
  'timestamp-malformed': 'request.timestamp is not an ISO 8601 date with a time zone.',
  'timestamp-too-old': 'The timestamp is too old. If Alexa just sent this, check the clock of this server.',
})

/** The stable name of the reason. Check this instead of the message. */
export type RejectionReason = keyof typeof rejectionReasons

/**
 * The request is not proven to come from Alexa. Respond with status 400 and do nothing else. Contains no personal data.
 */
export interface Rejection {
  readonly status: 'rejected'
  readonly reason: RejectionReason
  /** The explanation, for the developer's log. */
  readonly message: string
  /**
   * The cause, for `certificate-unavailable`: `TIMEOUT`, `TOO_LARGE`, `TOO_MANY` (too many requests with unknown
   * certificate URLs), `HTTP_404`, or Node's code (`ENOTFOUND` …).
   */
  readonly code?: string
}

/**
 * Whether a value is a rejection. Checks the value, not the name, so that a polluted prototype cannot change the
 * result.
 */
export function isRejection(value: object): value is Rejection {
  return 'status' in value && value.status === 'rejected'
}

export function reject(reason: RejectionReason, code?: string): Rejection {
  return { status: 'rejected', reason, message: rejectionReasons[reason], ...(code !== undefined && { code }) }
}
