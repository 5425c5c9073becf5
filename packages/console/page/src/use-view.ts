import { useEffect, useState } from 'preact/hooks'

/** The panels. A narrow window shows one at a time. */
export const views = { talk: 'Conversation', app: 'Alexa app', backstage: 'Backstage' } as const
export type View = keyof typeof views

/**
 * Returns which panel a narrow window shows. *Back* goes to the previous panel, and a link to a turn goes to the
 * conversation.
 */
export function useView(): [view: View, show: (view: View) => void] {
  const [view, setView] = useState(viewIn(history.state))
  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => {
      setView(viewIn(state))
      // The link's turn was hidden when the browser looked for it.
      requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView())
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])

  function show(next: View): void {
    if (next === view) return
    history.pushState({ view: next }, '', location.pathname)
    setView(next)
  }
  return [view, show]
}

function viewIn(state: unknown): View {
  const view: unknown = typeof state === 'object' && state !== null && 'view' in state ? state.view : undefined
  return view === 'app' || view === 'backstage' ? view : 'talk'
}
