/** What a handler returns to have it said as SSML. */
export function ssml(words: string): string {
  return `<speak>${words}</speak>`
}
