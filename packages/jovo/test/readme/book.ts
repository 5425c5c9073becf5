export const booked: (string | undefined)[][] = []

export async function book(email: string, phoneNumber: string | undefined): Promise<void> {
  booked.push([email, phoneNumber])
}
