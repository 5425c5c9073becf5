import { useRef, useState } from 'preact/hooks'
import { SourceText } from '../controls/source-text.js'
import { attempt } from '../problem.js'
import { fetchExportedTest } from '../server.js'

/** Shows the conversation as a test, to be copied or saved. */
export function ExportButton() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [source, setSource] = useState('')

  async function open(): Promise<void> {
    if (await attempt(async () => setSource(await fetchExportedTest()))) dialog.current?.showModal()
  }

  return (
    <>
      <button type="button" class="small" onClick={open}>
        Export as test
      </button>
      <dialog ref={dialog} aria-labelledby="export-title">
        <h2 id="export-title">This conversation as a test</h2>
        <p class="quiet">
          It has the same conversation with your skill on an emulator of its own. Save it in the folder that the console
          was started in, or mend the path that it imports.
        </p>
        <SourceText label="Test" text={source} />
        <form method="dialog" class="dialog-tools">
          <a class="button" href="/console/exported.test.ts" download="conversation.test.ts">
            Download
          </a>
          <button type="submit" class="primary">
            Close
          </button>
        </form>
      </dialog>
    </>
  )
}
