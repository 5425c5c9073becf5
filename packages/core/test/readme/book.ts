/** The bookings. A real skill keeps them in a database. */
export const booked: (readonly [email: string, phoneNumber: string])[] = []

export async function book(email: string, phoneNumber = 'no number'): Promise<void> {
  booked.push([email, phoneNumber])
}
