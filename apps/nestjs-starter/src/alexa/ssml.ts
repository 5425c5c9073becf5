/** The value that a handler returns to say SSML. */
export function ssml(words: string): string {
  return `<speak>${words}</speak>`
}
