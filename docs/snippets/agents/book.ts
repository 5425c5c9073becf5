export const booked: string[] = []

export async function book(email: string, _phone: string | undefined): Promise<void> {
  booked.push(email)
}
