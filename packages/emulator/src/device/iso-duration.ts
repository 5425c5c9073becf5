/** The members of an ISO 8601 duration. */
export interface IsoDuration {
  readonly months: number
  readonly days: number
  readonly minutes: number
}

const form =
  /^([+-]?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Reads a duration such as `P1M`, `PT2H30M` or `-P7D`. Returns undefined for any other string. */
export function isoDuration(text: string): IsoDuration | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const [sign, years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part, index) => (index === 0 ? (part === '-' ? -1 : 1) : Number(part ?? 0)))
  const direction = sign ?? 1
  return {
    months: direction * (12 * years + months),
    days: direction * (7 * weeks + days),
    minutes: direction * (60 * hours + minutes + seconds / 60),
  }
}
