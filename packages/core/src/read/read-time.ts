/**
 * How long the reads of one request have kept it waiting, all together; reads at the same time count once. What the
 * skill does between them does not count.
 */
export class ReadTime {
  #pastMs = 0
  #underWay = 0
  #since = 0

  begin(now: number): void {
    if (this.#underWay === 0) this.#since = now
    this.#underWay += 1
  }

  end(now: number): void {
    this.#underWay -= 1
    if (this.#underWay === 0) this.#pastMs += now - this.#since
  }

  totalMs(now: number): number {
    return this.#pastMs + (this.#underWay > 0 ? now - this.#since : 0)
  }
}
