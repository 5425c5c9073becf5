import { writeSync } from 'node:fs'

/** Prints a line immediately, even to a pipe. */
export function print(line: string): void {
  writeSync(1, `${line}\n`)
}
