import type { Jovo } from 'jovo-framework'

/** Returns the customer's id. @throws if the request has no user, so that customers are never mixed up */
export function userIdOf({ $user }: Jovo): string {
  const userId = $user.getId()
  if (!userId) throw new Error('The request has no user id.')
  return userId
}
