/** Formats a time as Alexa does: UTC, in whole seconds. @internal */
export function wireTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/, 'Z')
}
