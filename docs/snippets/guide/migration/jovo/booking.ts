/** Stands for the skill's own code: what it does with a profile. */
export const booked: unknown[] = []

export async function book(email: string): Promise<void> {
  booked.push(email)
}
