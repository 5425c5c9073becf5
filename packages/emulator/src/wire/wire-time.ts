/** A time as Alexa writes it: UTC, in whole seconds. @internal */
export function wireTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/, 'Z')
}
