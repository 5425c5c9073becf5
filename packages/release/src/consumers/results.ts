/** The result of one check of one consumer. `column` is its column in the table. */
export interface Result {
  readonly consumer: string
  readonly column: string
  /** The check: `npm, esm`. */
  readonly what: string
  /** The error; undefined if the check passed. */
  readonly failure?: string
  /** Why the check did not run: a reason in the framework. */
  readonly reason?: string
}

export type Check = Pick<Result, 'consumer' | 'column' | 'what'>

/** Collects and prints the results of the checks. */
export class Results {
  readonly #results: Result[] = []

  /** Runs a check. Never rejects. Returns whether it passed. */
  async check(result: Check, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      this.#results.push(result)
      return true
    } catch (error) {
      this.#results.push({ ...result, failure: shortened(error instanceof Error ? error.message : String(error)) })
      return false
    }
  }

  /** Notes a check that cannot run, with the reason. */
  leaveOut(result: Check, reason: string): void {
    this.#results.push({ ...result, reason })
  }

  /** Adds the results of an earlier run. */
  add(results: readonly Result[]): void {
    this.#results.push(...results)
  }

  of(consumer: string): readonly Result[] {
    return this.#results.filter((result) => result.consumer === consumer)
  }

  get failures(): readonly Result[] {
    return this.#results.filter(({ failure }) => failure !== undefined)
  }

  /**
   * A row for each consumer and a column for each environment, with the number of passed checks. `–` means left out,
   * and `*` left out in part; `reasons` says why. `·` means not requested.
   */
  table(): string {
    const columns = [...new Set(this.#results.map(({ column }) => column))]
    const consumers = [...new Set(this.#results.map(({ consumer }) => consumer))]
    const rows = consumers.map((consumer) => [consumer, ...columns.map((column) => this.#cell(consumer, column))])
    const widths = ['', ...columns].map((title, index) =>
      Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
    )
    const line = (cells: readonly string[]) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')
    return [line(['', ...columns]), ...rows.map(line)].map((row) => row.trimEnd()).join('\n')
  }

  /** Returns the reasons: `Jovo 3.6 without rollup mjs, rollup cjs: …`, a line for each reason. */
  reasons(): string[] {
    const whats = new Map<string, string[]>()
    for (const { consumer, what, reason } of this.#results) {
      if (reason === undefined) continue
      const line = whats.get(`${consumer}\n${reason}`) ?? []
      whats.set(`${consumer}\n${reason}`, [...line, what])
    }
    return [...whats].map(([key, line]) => {
      const [consumer, reason] = key.split('\n')
      return `${consumer} without ${line.join(', ')}: ${reason}.`
    })
  }

  /** Returns the summary: `87 of 87 checks passed, 2 left out`. */
  figure(): string {
    const leftOut = this.#results.filter(({ reason }) => reason !== undefined).length
    const all = this.#results.length - leftOut
    const figure = `${all - this.failures.length} of ${all} checks passed`
    return leftOut === 0 ? figure : `${figure}, ${leftOut} left out`
  }

  #cell(consumer: string, column: string): string {
    const here = this.#results.filter((result) => result.consumer === consumer && result.column === column)
    if (here.length === 0) return '·'
    const made = here.filter(({ reason }) => reason === undefined)
    if (made.length === 0) return '–'
    const held = made.filter(({ failure }) => failure === undefined).length
    return `${held === made.length ? 'ok' : `${held}/${made.length}`}${made.length < here.length ? '*' : ''}`
  }
}

/** Keeps the beginning and the end: bundlers quote whole bundles, and test runners name failures at the end. */
function shortened(text: string): string {
  const lines = text.split('\n').map((line) => (line.length > 300 ? `${line.slice(0, 300)} …` : line))
  return lines.length > 60 ? [...lines.slice(0, 20), '…', ...lines.slice(-40)].join('\n') : lines.join('\n')
}
