import type { SkillStatus } from '@alexa-profile/console'
import type { Notice } from './dev-report.js'
import type { LoadOutcome } from './module-skill.js'

/** What to tell of a module that was loaded, or was not; undefined when there is nothing to tell. */
export function loadNotice(shown: string, outcome: LoadOutcome): Notice | undefined {
  switch (outcome.outcome) {
    case 'loading':
      return undefined
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

/** What the header of the page shows of it. */
export function loadStatus(name: string, outcome: LoadOutcome): SkillStatus {
  switch (outcome.outcome) {
    case 'loading':
      return { status: 'loading', name }
    case 'gone':
      return { status: 'failed', name, problem: 'The file was deleted.' }
    case 'failed': {
      const [problem] = outcome.problem.message.split('\n')
      return { status: 'failed', name, problem, location: outcome.problem.location }
    }
    default:
      return { status: 'loaded', name }
  }
}
