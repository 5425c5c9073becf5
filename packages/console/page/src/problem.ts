import { useEffect, useState } from 'preact/hooks'

type Listener = (message: string | undefined) => void

const listeners = new Set<Listener>()

function tell(message: string | undefined): void {
  for (const listener of listeners) listener(message)
}

/** Does something that the server may refuse; its reason is then shown. @returns Whether it was done. */
export async function attempt(action: () => Promise<void>): Promise<boolean> {
  try {
    await action()
    tell(undefined)
    return true
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    return false
  }
}

/** Why the latest attempt has failed, until the next one or until it is dismissed. */
export function useProblem(): [message: string | undefined, dismiss: () => void] {
  const [message, setMessage] = useState<string>()
  useEffect(() => {
    listeners.add(setMessage)
    return () => void listeners.delete(setMessage)
  }, [])
  return [message, () => setMessage(undefined)]
}
