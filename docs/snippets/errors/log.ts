export const lines: string[] = []

export function log(line: string): void {
  lines.push(line)
}
