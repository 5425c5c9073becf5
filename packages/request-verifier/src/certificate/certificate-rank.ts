/** Amazon's files have names such as `echo-api-cert-13.pem`. */
const numbered = /^https:\/\/s3\.amazonaws\.com\/echo\.api\/echo-api-cert(?:-\d+)?\.pem$/
const named = /^https:\/\/s3\.amazonaws\.com\/echo\.api\/echo-api-cert(?:-[a-z0-9]+)*\.pem$/

/** Longer than any URL. */
const tier = 10_000

/**
 * Estimates how unlikely it is that Amazon has a certificate at this URL; lower is likelier. Only the order of downloads
 * depends on it. It matters when a server is flooded with invented URLs: few names are as short as Amazon's, and each of
 * those is soon known to be missing.
 */
export function certificateRank(url: string): number {
  if (numbered.test(url)) return url.length
  return url.length + (named.test(url) ? tier : 2 * tier)
}
