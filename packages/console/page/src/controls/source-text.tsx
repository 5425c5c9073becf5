import { CopyButton } from './copy-button.js'

/** Source text to read, select and copy. */
export function SourceText({ label, text }: { label: string; text: string }) {
  const rows = Math.min(24, text.split('\n').length)
  return (
    <div class="source">
      <div class="source-head">
        <span aria-hidden="true">{label}</span>
        <CopyButton text={text}>{`Copy ${label.toLowerCase()}`}</CopyButton>
      </div>
      <textarea readOnly spellcheck={false} rows={rows} aria-label={label} value={text} />
    </div>
  )
}
