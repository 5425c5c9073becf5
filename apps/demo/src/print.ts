import pc from 'picocolors'

/** Functions that colour text, but only on a terminal. Picocolors would also colour a pipe if `CI` is set. */
export const { bold, cyan, dim, green, yellow } = pc.createColors(
  process.stdout.isTTY === true && !process.env.NO_COLOR,
)

/** Writes to stdout, because lint forbids the console. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`)
}
