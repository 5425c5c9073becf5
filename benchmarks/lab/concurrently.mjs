/**
 * Works through a list with a limited number of concurrent tasks, and keeps the order.
 *
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {number} limit
 * @param {(item: Item, index: number) => Promise<Result>} work
 */
export async function concurrently(items, limit, work) {
  /** @type {Result[]} */
  const results = []
  const queue = [...items.entries()]
  async function worker() {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, item] = next
      results[index] = await work(item, index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}
