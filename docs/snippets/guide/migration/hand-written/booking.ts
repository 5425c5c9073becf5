/** A stand-in for the skill's own code. */
export const booked: unknown[] = []
export const texted: string[] = []

export async function book(email: string): Promise<void> {
  booked.push(email)
}

export async function sendText(number: string): Promise<void> {
  texted.push(number)
}
