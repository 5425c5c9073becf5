export function median(values) {
  return quantile(values, 0.5)
}

/** Nearest rank. */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]
}
