import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus in an element when what had it goes away, so that whoever uses the keyboard is not thrown back to the
 * beginning of the page. The element takes a `tabIndex` of -1.
 *
 * @param key Changes whenever something may go away.
 */
export function useKeptFocus(key: unknown): RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null)
  const had = useRef(false)
  // read while drawing, when the old elements are still there
  had.current = element.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (had.current && document.activeElement === document.body) element.current?.focus()
  }, [key])
  return element
}
