import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus in an element when what had it goes away or is disabled, so that whoever uses the keyboard is not thrown
 * back to the beginning of the page; gives it back once that can have it again. The element takes a `tabIndex` of -1.
 *
 * @param key Changes whenever something may go away, be disabled or be enabled.
 */
export function useKeptFocus(key: unknown): RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null)
  const owner = useRef<Element | null>(null)
  // read while drawing, when the old elements are still there
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
