/** Why a request is rejected, and what the developer can do about it. */
export const rejectionReasons = Object.freeze({
  'body-incomplete': 'The connection ended before the whole body had arrived.',
  'body-malformed':
    'The body is not the JSON of an Alexa request. If it came from Alexa, something on the way changed it: hand in the bytes as they arrived.',
  'body-not-raw':
    'The bytes that Alexa signed are gone, because something read the body first. Put the verifier before express.json() and other body parsers, or let the parser keep the bytes as request.rawBody.',
  'body-too-large':
    'The body is longer than maxBodyBytes. Raise the option if your skill keeps long session attributes.',
  'certificate-expired':
    'The signing certificate or one that vouches for it is past its end. If Alexa signed this, check the clock of this server.',
  'certificate-malformed': 'What the certificate URL gave holds no certificate in PEM that can be read.',
  'certificate-misused':
    'A certificate of the chain is used for what it was not issued for: by its basic constraints, key usage, path length or name constraints. Alexa did not sign this.',
  'certificate-not-yet-valid':
    'The signing certificate or one that vouches for it is not valid yet. If Alexa signed this, check the clock of this server.',
  'certificate-unavailable':
    'The certificate could not be downloaded. Let this server reach https://s3.amazonaws.com, or hand in fetchCertificate if it needs a proxy.',
  'certificate-untrusted':
    'No trusted root vouches for the signing certificate. Update Node if its roots are years old; in development put the root of whatever signs into trustedRoots.',
  'certificate-url-invalid':
    'SignatureCertChainUrl does not name a certificate below https://s3.amazonaws.com/echo.api/. Alexa did not send this.',
  'certificate-url-missing':
    'There is not exactly one SignatureCertChainUrl header. If Alexa sent this, let your proxy pass all headers on.',
  'certificate-weak':
    'A certificate of the chain has a key or a signature that is too weak today. Alexa did not sign this.',
  'certificate-wrong-name': 'The certificate is not one for echo-api.amazon.com. Alexa did not sign this.',
  'content-type-invalid':
    'The Content-Type header is not that of JSON in UTF-8. If Alexa sent this, let your proxy pass the header on unchanged.',
  'request-replayed': 'This request was accepted before.',
  'signature-malformed': 'The Signature-256 header is not a signature in base64. Alexa did not send this.',
  'signature-mismatch':
    'The signature is not one of this body. If Alexa sent this, something on the way changed the body: hand in the bytes as they arrived, from before any parser.',
  'signature-missing':
    'There is not exactly one Signature-256 header. If Alexa sent this, let your proxy pass all headers on.',
  'skill-unknown':
    'The request is for a skill that is not among skillIds. Compare them with the id in the developer console.',
  'timestamp-in-future': 'The request was sent in the future. If Alexa sent this, check the clock of this server.',
  'timestamp-malformed': 'request.timestamp is not a date with a time zone in ISO 8601.',
  'timestamp-too-old': 'The request was sent too long ago. If Alexa just sent this, check the clock of this server.',
})

/** Stable; switch on this, not on the message. */
export type RejectionReason = keyof typeof rejectionReasons

/** The request is not proven to be Alexa's: answer with status 400 and do nothing else. Holds nothing personal. */
export interface Rejection {
  readonly status: 'rejected'
  readonly reason: RejectionReason
  /** For the developer's log. */
  readonly message: string
  /**
   * Of `certificate-unavailable`: `TIMEOUT`, `TOO_LARGE`, `TOO_MANY` (more requests with unknown certificate URLs than can
   * wait), `HTTP_404`, Node's code (`ENOTFOUND` …).
   */
  readonly code?: string
}

/** Asks for the value, not for the name: a polluted prototype must not turn a rejection into anything else. */
export function isRejection(value: object): value is Rejection {
  return 'status' in value && value.status === 'rejected'
}

export function reject(reason: RejectionReason, code?: string): Rejection {
  return { status: 'rejected', reason, message: rejectionReasons[reason], ...(code !== undefined && { code }) }
}
