/** Stands for the shop's own service, which the customer's linked account opens. */
const orders = new Map([['token-of-ann', 'your tulips']])
export const mails: string[] = []

export async function latestOrder(accessToken: string): Promise<string | undefined> {
  return orders.get(accessToken)
}

export async function sendMail(email: string, text: string): Promise<void> {
  mails.push(`${email}: ${text}`)
}
