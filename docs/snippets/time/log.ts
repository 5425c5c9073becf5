export const lines: object[] = []

export function log(line: object): void {
  lines.push(line)
}
