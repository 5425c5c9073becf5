/** The host in any case, port 443 or none; nothing of a URL parser's leniency (backslashes, userinfo, missing slashes). */
const form = /^https:\/\/s3\.amazonaws\.com(?::443)?(\/[^\s?#\\]*)(?:[?#].*)?$/i

const origin = 'https://s3.amazonaws.com'

/**
 * The URL to download from, or `undefined` when Alexa's rules forbid it. The path is judged as a server would
 * read it, after percent-decoding and with `.` and `..` resolved, and only that reading is used from there on: as the
 * address and as the key of the cache. A query and a fragment say nothing about which file it is; the rules ignore
 * them, and here they are dropped, so that they cannot make one file look like many.
 *
 * @see https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html (read 2026-11-22)
 */
export function certificateUrl(header: string): string | undefined {
  if (header !== latest.header) latest = { header, url: readUrl(header) }
  return latest.url
}

/** Alexa names the same URL for months, and parsing one takes as long as all else that is checked besides the signature. */
let latest: { readonly header: string; readonly url: string | undefined } = { header: '', url: undefined }

function readUrl(header: string): string | undefined {
  const path = form.exec(header)?.[1]
  if (path === undefined || !/^[\x21-\x7e]+$/.test(header)) return undefined
  try {
    const decoded = decodeURIComponent(new URL(origin + path).pathname)
    // What is still encoded, or would not be part of a path, was encoded to be read differently by somebody.
    if (/[^\x21-\x7e]|[%?#\\]/.test(decoded)) return undefined
    const { href, pathname } = new URL(origin + decoded)
    return pathname.startsWith('/echo.api/') ? href : undefined
  } catch {
    return undefined
  }
}
