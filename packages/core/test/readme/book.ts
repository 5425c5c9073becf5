/** What was booked. A real skill keeps it in a database. */
export const booked: (readonly [email: string, phoneNumber: string])[] = []

export async function book(email: string, phoneNumber = 'no number'): Promise<void> {
  booked.push([email, phoneNumber])
}
