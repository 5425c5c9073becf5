export const welcomed = new Map<string, string>()

export async function welcome(userId: string, email: string): Promise<void> {
  welcomed.set(userId, email)
}

export async function forget(userId: string): Promise<void> {
  welcomed.delete(userId)
}
