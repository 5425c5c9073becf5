import { useEffect, useState } from 'preact/hooks'
import type { NoticeView } from '../../src/protocol/console-event.js'
import { useProblem } from './problem.js'
import type { ConsoleData } from './stream/console-data.js'

const infoMs = 6000

/** What the developer should know now, above the page: it moves nothing. */
export function Notices({ notices, connection }: Pick<ConsoleData, 'notices' | 'connection'>) {
  const [dismissed, setDismissed] = useState(0)
  const [problem, dismissProblem] = useProblem()
  const notice = notices.at(-1)
  const infoId = notice?.level === 'info' ? notice.id : undefined
  // what failed because there was no connection is old news once there is one
  useEffect(() => {
    if (connection === 'open') dismissProblem()
  }, [connection])
  // good news goes by itself, and stays under "Skill"
  useEffect(() => {
    if (infoId === undefined) return
    const timer = setTimeout(() => setDismissed(infoId), infoMs)
    return () => clearTimeout(timer)
  }, [infoId])
  return (
    <div class="notices">
      {connection === 'lost' && (
        <div class="notice error" role="alert">
          <p>The console does not respond. This page tries again every second, and then shows how things are.</p>
        </div>
      )}
      {problem !== undefined && (
        <div class="notice error" role="alert">
          <p>{problem}</p>
          <Dismiss onClick={dismissProblem} />
        </div>
      )}
      {notice && notice.id > dismissed && <Notice notice={notice} dismiss={() => setDismissed(notice.id)} />}
    </div>
  )
}

function Notice({ notice: { level, title, detail, at }, dismiss }: { notice: NoticeView; dismiss: () => void }) {
  return (
    <div class={`notice ${level}`} role={level === 'error' ? 'alert' : 'status'}>
      <div>
        <p>
          <strong>{title}</strong> <time class="quiet">{new Date(at).toLocaleTimeString()}</time>
        </p>
        {detail && <pre>{detail}</pre>}
      </div>
      <Dismiss onClick={dismiss} />
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
