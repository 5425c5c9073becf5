import { useEffect, useState } from 'preact/hooks'
import type { NoticeView } from '../../src/protocol/console-event.js'
import { useProblem } from './problem.js'
import type { ConsoleData } from './stream/console-data.js'

const infoMs = 6000

/**
 * Shows the most important notice in a line that is reserved for it, so that it neither moves nor covers anything. When
 * the developer opens it, it shows its whole text over the page.
 */
export function Notices({ notices, connection }: Pick<ConsoleData, 'notices' | 'connection'>) {
  const [dismissed, setDismissed] = useState(0)
  const [problem, dismissProblem] = useProblem()
  const notice = notices.at(-1)
  const infoId = notice?.level === 'info' ? notice.id : undefined
  // Failures without a connection are obsolete once there is a connection.
  useEffect(() => {
    if (connection === 'open') dismissProblem()
  }, [connection])
  // Good news disappears by itself, and stays under "Skill".
  useEffect(() => {
    if (infoId === undefined) return
    const timer = setTimeout(() => setDismissed(infoId), infoMs)
    return () => clearTimeout(timer)
  }, [infoId])
  return (
    <div class="notices">
      {problem !== undefined ? (
        <Line key={problem} level="error" title={problem} dismiss={dismissProblem} />
      ) : connection === 'lost' ? (
        <Line level="error" title={notConnected} />
      ) : (
        notice && notice.id > dismissed && <Line key={notice.id} {...notice} dismiss={() => setDismissed(notice.id)} />
      )}
    </div>
  )
}

const notConnected =
  'The console does not respond. This page tries again every second, and then shows the current state.'

type LineProps = Pick<NoticeView, 'level' | 'title'> & Partial<NoticeView> & { readonly dismiss?: () => void }

function Line({ level, title, detail, at, dismiss }: LineProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div class={`notice ${level}`} role={level === 'error' ? 'alert' : 'status'}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <strong>{title}</strong> {at !== undefined && <time class="quiet">{new Date(at).toLocaleTimeString()}</time>}{' '}
          {detail?.split('\n', 1)}
        </summary>
        {isOpen && <div class="notice-text">{detail ? <pre>{detail}</pre> : <p>{title}</p>}</div>}
      </details>
      {dismiss && <Dismiss onClick={dismiss} />}
    </div>
  )
}

function Dismiss({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="plain" onClick={onClick} aria-label="Dismiss">
      ×
    </button>
  )
}
