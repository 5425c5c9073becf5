export class Customers {
  readonly welcomed = new Map<string, string>()

  async welcome(userId: string, email: string): Promise<void> {
    this.welcomed.set(userId, email)
  }

  async forget(userId: string): Promise<void> {
    this.welcomed.delete(userId)
  }
}
