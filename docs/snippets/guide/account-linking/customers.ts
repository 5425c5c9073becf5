/** A stand-in for the skill's database and mail server. */
export const linked = new Set<string>()
export const sent: string[] = []
const informed = new Set<string>()

export async function wasLinked(userId: string): Promise<boolean> {
  return linked.has(userId)
}

/** Returns whether the customer was told before, and remembers that they have been told. */
export async function hasHeardNews(userId: string): Promise<boolean> {
  const before = informed.has(userId)
  informed.add(userId)
  return before
}

export async function sendRecipe(email: string): Promise<void> {
  sent.push(email)
}
