/** `2026-12-24 19:30`, what a clock in this time zone shows. Swedes write it so. */
export function clockIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(instant)
}

/** When a clock in this time zone shows `2026-12-24 19:30`. An hour that is left out in spring counts as the next one. */
export function instantAt(timeZone: string, shown: string): Date {
  const asUtc = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}Z`)
  const correct = (guess: number) => guess + asUtc(shown) - asUtc(clockIn(timeZone, new Date(guess)))
  // Once more, in case the clocks change between the two.
  return new Date(correct(correct(asUtc(shown))))
}
