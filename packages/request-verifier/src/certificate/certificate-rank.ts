/** Amazon's files are `echo-api-cert-13.pem` and the like. */
const numbered = /^https:\/\/s3\.amazonaws\.com\/echo\.api\/echo-api-cert(?:-\d+)?\.pem$/
const named = /^https:\/\/s3\.amazonaws\.com\/echo\.api\/echo-api-cert(?:-[a-z0-9]+)*\.pem$/

/** As long as a URL can be, and longer. */
const tier = 10_000

/**
 * Tells how unlikely it is that Amazon has a certificate at this URL: the lower, the likelier. Only the order of downloads
 * depends on it. It counts when a server is flooded with invented URLs: of the names that Amazon gives its files, few are as
 * short, and each is soon known to be missing.
 */
export function certificateRank(url: string): number {
  if (numbered.test(url)) return url.length
  return url.length + (named.test(url) ? tier : 2 * tier)
}
