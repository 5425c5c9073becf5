export const lines: string[] = []

export function log(reason: string, message: string): void {
  lines.push(`${reason}: ${message}`)
}
