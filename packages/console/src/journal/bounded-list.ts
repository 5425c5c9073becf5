/** A list of the latest items with ascending ids, limited by number and total bytes. */
export interface BoundedList<Item> {
  /** Adds an item, or replaces the item with this id. An item that was dropped is not added again. */
  put(id: number, item: Item, bytes: number): void
  get(id: number): Item | undefined
  /** Returns the latest items, oldest first. */
  latest(count: number): Item[]
  /** Returns the latest items with a smaller id, oldest first. */
  before(id: number, count: number): Item[]
  /** Returns the id of the oldest item, or undefined if the list is empty. */
  oldestId(): number | undefined
  /** Removes all items. @returns A function that restores them. */
  clear(): () => void
}

export function createBoundedList<Item>(maximum: { items: number; bytes: number }): BoundedList<Item> {
  let entries = new Map<number, { item: Item; bytes: number }>()
  let bytesKept = 0

  function shrink(): void {
    for (const [id, { bytes }] of entries) {
      if (entries.size <= 1 || (entries.size <= maximum.items && bytesKept <= maximum.bytes)) return
      entries.delete(id)
      bytesKept -= bytes
    }
  }

  function before(id: number, count: number): Item[] {
    const found: Item[] = []
    const oldest = entries.keys().next().value ?? id
    // Ids ascend without gaps, except for dropped items, which are all at the beginning.
    for (let next = id - 1; next >= oldest && found.length < count; next -= 1) {
      const entry = entries.get(next)
      if (entry) found.push(entry.item)
    }
    return found.reverse()
  }

  let newestId = 0
  return {
    put(id, item, bytes) {
      if (id <= newestId && !entries.has(id)) return
      bytesKept += bytes - (entries.get(id)?.bytes ?? 0)
      entries.set(id, { item, bytes })
      newestId = Math.max(newestId, id)
      shrink()
    },
    get: (id) => entries.get(id)?.item,
    latest: (count) => before(newestId + 1, count),
    before: (id, count) => before(Math.min(id, newestId + 1), count),
    oldestId: () => entries.keys().next().value,
    clear() {
      const [before, bytesBefore] = [entries, bytesKept]
      entries = new Map()
      bytesKept = 0
      return () => {
        entries = new Map([...before, ...entries])
        bytesKept += bytesBefore
        shrink()
      }
    },
  }
}
