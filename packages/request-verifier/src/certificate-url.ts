/**
 * The host in any case, with port 443 or none. Allows nothing that URL parsers repair (backslashes, userinfo, missing
 * slashes).
 */
const form = /^https:\/\/s3\.amazonaws\.com(?::443)?(\/[^\s?#\\]*)(?:[?#].*)?$/i

const origin = 'https://s3.amazonaws.com'

/**
 * Returns the URL to download from, or `undefined` if Alexa's rules forbid it. The path is checked as a server would
 * read it, after percent-decoding and with `.` and `..` resolved, and only that form is used as the address and as the
 * cache key. Query and fragment do not identify a file. The rules ignore them, and they are dropped here so that one
 * file cannot look like many.
 *
 * @see https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html (read 2026-11-22)
 */
export function certificateUrl(header: string): string | undefined {
  if (header !== latest.header) latest = { header, url: readUrl(header) }
  return latest.url
}

/** Alexa sends the same URL for months, and parsing it takes as long as all other checks except the signature. */
let latest: { readonly header: string; readonly url: string | undefined } = { header: '', url: undefined }

function readUrl(header: string): string | undefined {
  const path = form.exec(header)?.[1]
  if (path === undefined || !/^[\x21-\x7e]+$/.test(header)) return undefined
  try {
    const decoded = decodeURIComponent(new URL(origin + path).pathname)
    // Characters that are still encoded, or that do not belong in a path, were encoded to be read differently
    // elsewhere.
    if (/[^\x21-\x7e]|[%?#\\]/.test(decoded)) return undefined
    const { href, pathname } = new URL(origin + decoded)
    return pathname.startsWith('/echo.api/') ? href : undefined
  } catch {
    return undefined
  }
}
