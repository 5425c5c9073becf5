import { useEffect, useState } from 'preact/hooks'

type Listener = (message: string | undefined) => void

const listeners = new Set<Listener>()

function tell(message: string | undefined): void {
  for (const listener of listeners) listener(message)
}

/** Runs an action that the server may reject, and then shows the reason. @returns Whether it succeeded. */
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

/** Returns why the latest attempt has failed, until the next attempt or until it is dismissed. */
export function useProblem(): [message: string | undefined, dismiss: () => void] {
  const [message, setMessage] = useState<string>()
  useEffect(() => {
    listeners.add(setMessage)
    return () => void listeners.delete(setMessage)
  }, [])
  return [message, () => setMessage(undefined)]
}
