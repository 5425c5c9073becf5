/** A stand-in for the skill's own code. */
export const booked: unknown[] = []

export async function book(email: string): Promise<void> {
  booked.push(email)
}
