/** A list of the latest items, oldest first. */
export interface BoundedList<Item> {
  readonly items: readonly Item[]
  add(item: Item): void
  clear(): void
}

export function createBoundedList<Item>(maximum: number): BoundedList<Item> {
  const items: Item[] = []
  return {
    items,
    add(item) {
      items.push(item)
      if (items.length > maximum) items.shift()
    },
    clear() {
      items.length = 0
    },
  }
}
