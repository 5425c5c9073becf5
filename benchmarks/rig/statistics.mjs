/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5)
}

/**
 * Returns a quantile by nearest rank; NaN for an empty list.
 *
 * @param {readonly number[]} values
 * @param {number} q
 */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}
