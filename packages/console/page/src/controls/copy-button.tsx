import { useState } from 'preact/hooks'

/** Copies text, and shows a confirmation for a moment. */
export function CopyButton({ text, children = 'Copy' }: { text: string; children?: string }) {
  const [said, setSaid] = useState<string>()

  async function copy(): Promise<void> {
    const done = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'Select and copy it by hand',
    )
    setSaid(done)
    setTimeout(() => setSaid(undefined), 2000)
  }

  return (
    <button type="button" class="small" onClick={copy}>
      <span aria-live="polite">{said ?? children}</span>
    </button>
  )
}
