import type { Notice } from './dev-report.js'
import type { LoadOutcome } from './module-skill.js'

/** What to tell of a module that was loaded, or was not. */
export function loadNotice(shown: string, outcome: LoadOutcome): Notice {
  switch (outcome.outcome) {
    case 'loaded':
    case 'reloaded':
      return { level: 'info', title: `${shown} is ${outcome.outcome}` }
    case 'restarted':
      return { level: 'info', title: `${shown} is loaded again, because its process had ended` }
    case 'gone':
      return { level: 'error', title: `${shown} was deleted`, detail: 'It is loaded again when it is back.' }
    case 'failed':
      return {
        level: 'error',
        title: `${shown} cannot be loaded`,
        detail: `${outcome.problem.detail}\nIt is loaded again when a file of it changes.`,
      }
  }
}
