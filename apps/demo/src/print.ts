import pc from 'picocolors'

/** Colours on a terminal only. Picocolors would also colour a pipe when `CI` is set. */
export const { bold, cyan, dim, green, yellow } = pc.createColors(
  process.stdout.isTTY === true && !process.env.NO_COLOR,
)

/** The demo's output is its product, so it goes to stdout itself, past the rule against the console. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`)
}
