/** The time in this time zone as `2026-12-24 19:30`, which is the Swedish format. */
export function clockIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(instant)
}

/** The instant at which a clock in this time zone shows `2026-12-24 19:30`. An hour that is skipped in spring counts as the next one. */
export function instantAt(timeZone: string, shown: string): Date {
  const asUtc = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}Z`)
  const correct = (guess: number) => guess + asUtc(shown) - asUtc(clockIn(timeZone, new Date(guess)))
  // Corrected twice, in case the clocks change between the guess and the result.
  return new Date(correct(correct(asUtc(shown))))
}
