import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus in an element if the focused control is removed or disabled, so that keyboard users are not sent back
 * to the beginning of the page. Returns the focus to the control once it is enabled again. The element needs a
 * `tabIndex` of -1.
 *
 * @param key Changes whenever a control may be removed, disabled or enabled.
 */
export function useKeptFocus(key: unknown): RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null)
  const owner = useRef<Element | null>(null)
  // Read during rendering, while the old elements still exist.
  const { activeElement } = document
  const isInside = activeElement !== element.current && element.current?.contains(activeElement)
  if (isInside) owner.current = activeElement
  else if (activeElement !== element.current) owner.current = null
  useLayoutEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement?.matches(':disabled')
    if (owner.current && lost) element.current?.focus()
    else if (document.activeElement === element.current && isUsable(owner.current)) owner.current.focus()
  }, [key])
  return element
}

function isUsable(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && !element.matches(':disabled')
}
