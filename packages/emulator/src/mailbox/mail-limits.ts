/**
 * The limits of emails. The parser allocates memory for each line, and takes seconds for 100,000 lines. An email of 5
 * MiB in base64 has 70,000 lines. The headers of ordinary emails have 20 KiB.
 *
 * @internal
 */
export const mailLimits = {
  bytes: 5 * 1024 * 1024,
  headerBytes: 256 * 1024,
  lines: 100_000,
  attachments: 1000,
  /** The time limit for reading one email. */
  readingMs: 10_000,
  /** How many emails are read at a time. */
  threads: 4,
  /** The memory limit of each thread. */
  heapMiB: 256,
}

const lineFeed = 0x0a

/**
 * Checks the number of lines. The mail server checks `bytes`.
 *
 * @throws {Error} if the email has too many lines. @internal
 */
export function checkMailShape(source: Buffer): void {
  let lines = 1
  for (let at = source.indexOf(lineFeed); at !== -1; at = source.indexOf(lineFeed, at + 1)) lines += 1
  if (lines > mailLimits.lines) throw new Error(`It has more than ${mailLimits.lines} lines.`)
}
