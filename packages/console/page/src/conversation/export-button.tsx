import { useRef, useState } from 'preact/hooks'
import { SourceText } from '../controls/source-text.js'
import { attempt } from '../problem.js'
import { fetchExportedTest, send } from '../server.js'

/** Shows the conversation as a test, which can be saved in the project, copied or downloaded. */
export function ExportButton({ testFile }: { testFile: string | undefined }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [source, setSource] = useState('')

  async function open(): Promise<void> {
    if (await attempt(async () => setSource(await fetchExportedTest()))) dialog.current?.showModal()
  }

  async function save(): Promise<void> {
    await attempt(() => send('save-test', {}))
    dialog.current?.close()
  }

  return (
    <>
      <button type="button" class="small" onClick={open}>
        Export as test
      </button>
      <dialog ref={dialog} aria-labelledby="export-title">
        <h2 id="export-title">This conversation as a test</h2>
        <p class="quiet">
          It repeats this conversation with your skill, on its own emulator.
          {testFile === undefined && ' Save it with your tests, and fix the path that it imports.'}
        </p>
        <SourceText label="Test" text={source} />
        <form method="dialog" class="dialog-tools">
          {testFile !== undefined && (
            <button type="button" class="primary" onClick={save}>
              Save {testFile}
            </button>
          )}
          <a class="button" href="/console/exported.test.ts" download="conversation.test.ts">
            Download
          </a>
          <button type="submit" class={testFile === undefined ? 'primary' : ''}>
            Close
          </button>
        </form>
      </dialog>
    </>
  )
}
