import type { Jovo } from 'jovo-framework'

/** @throws where there is none: nobody may be taken for somebody else */
export function userIdOf({ $user }: Jovo): string {
  const userId = $user.getId()
  if (!userId) throw new Error('The request names no user.')
  return userId
}
