export const mailedTo: string[] = []

export async function book(email: string): Promise<void> {
  mailedTo.push(email)
}
