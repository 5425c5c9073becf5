export const sentTo: string[] = []

export async function sendText(to: string): Promise<void> {
  sentTo.push(to)
}
