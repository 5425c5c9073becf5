import type { SkillStatus } from '@alexa-profile/console'
import type { Notice } from './dev-report.js'
import type { LoadOutcome } from './module-skill.js'
import type { HandlerRemark } from './skill-message.js'

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

const asyncHandler = 'export const handler = async (event, context) => '

const remarks: Readonly<Record<HandlerRemark, Omit<Notice, 'level'>>> = {
  'callback-handler': {
    title: 'The handler takes a callback, which Lambda refuses on Node 24',
    detail:
      'It runs on Lambda up to Node 22, which Lambda supports until 30 April 2027. ' +
      `Write in place of ask-sdk's .lambda(): const skill = builder.create(); ${asyncHandler}skill.invoke(event, context)`,
  },
  'value-ignored': {
    title: 'The handler returned a response, but it is not async: Lambda ignores the response up to Node 22',
    detail: `Make it async: ${asyncHandler}… Or use --runtime nodejs24.x if that is what the function runs on.`,
  },
}

/** What to tell of a handler that does not run on every Node of Lambda. */
export function remarkNotice(remark: HandlerRemark): Notice {
  return { level: remark === 'value-ignored' ? 'error' : 'info', ...remarks[remark] }
}
