export type {
  ConnectMiddleware,
  RejectionWatcher,
} from './adapters/express-middleware.js'
export { createExpressMiddleware } from './adapters/express-middleware.js'
export type { FastifyPreParsingHook, FastifyReplyLike, FastifyRequestLike } from './adapters/fastify-hook.js'
export { createFastifyHook } from './adapters/fastify-hook.js'
export type { FetchCertificate } from './certificate/certificate-store.js'
export type { RequestEnvelope } from './envelope.js'
export type { Rejection, RejectionReason } from './rejection.js'
export { rejectionReasons } from './rejection.js'
export type {
  IncomingRequest,
  RequestVerifier,
  Verification,
  VerifiedRequest,
} from './request-verifier.js'
export { createRequestVerifier } from './request-verifier.js'
export type { RequestVerifierErrorCode } from './request-verifier-error.js'
export { isRequestVerifierError, RequestVerifierError } from './request-verifier-error.js'
export type { RequestHeaders } from './signature-headers.js'
export type { RequestVerifierOptions } from './verifier-options.js'
