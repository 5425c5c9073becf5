/** Creates a counter that starts at 1. */
export function counter(): () => number {
  let latest = 0
  return () => {
    latest += 1
    return latest
  }
}
