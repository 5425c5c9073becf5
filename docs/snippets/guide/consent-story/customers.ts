/** A stand-in for the skill's database and mail server. */
export const mayMail = new Map<string, boolean>()
export const mailed: string[] = []

export async function mailConfirmation(email: string): Promise<void> {
  mailed.push(email)
}

export async function allowMails(userId: string, allowed: boolean): Promise<void> {
  mayMail.set(userId, allowed)
}

export async function deleteCustomer(userId: string): Promise<void> {
  mayMail.delete(userId)
}
