const begin = '-----BEGIN CERTIFICATE-----'
const end = '-----END CERTIFICATE-----'

/** Returns the DER of each certificate in a PEM text. Skips what is between them. Takes linear time. */
export function splitPem(text: string): Buffer[] {
  return text
    .split(begin)
    .slice(1)
    .map((block) => Buffer.from(block.slice(0, Math.max(0, block.indexOf(end))), 'base64'))
}
