/**
 * What the mailbox reads. The parser allocates for each line, and takes seconds for 100,000 of them; a mail of 5 MiB in
 * base64 has 70,000. Honest headers have 20 KiB.
 *
 * @internal
 */
export const mailLimits = {
  bytes: 5 * 1024 * 1024,
  headerBytes: 256 * 1024,
  lines: 100_000,
  attachments: 1000,
  /** For reading one mail. */
  readingMs: 10_000,
  /** Mails that are read at a time. */
  threads: 4,
  /** Of each thread. */
  heapMiB: 256,
}

const lineFeed = 0x0a

/** @throws {Error} for a mail of more lines than the parser gets; `bytes` is the mail server's to check. @internal */
export function checkMailShape(source: Buffer): void {
  let lines = 1
  for (let at = source.indexOf(lineFeed); at !== -1; at = source.indexOf(lineFeed, at + 1)) lines += 1
  if (lines > mailLimits.lines) throw new Error(`It has more than ${mailLimits.lines} lines.`)
}
