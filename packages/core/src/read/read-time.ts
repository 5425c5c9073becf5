/**
 * The total time that a request has waited for its reads. Reads in parallel count once. The skill's own work between
 * reads does not count.
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
