import type { SkillStatus } from '@alexa-profile/console'
import type { Notice } from './dev-report.js'
import type { LoadOutcome } from './module-skill.js'
import type { HandlerRemark } from './skill-message.js'

/** The notice for a module that was loaded, or could not be loaded; undefined if there is nothing to report. */
export function loadNotice(shown: string, outcome: LoadOutcome): Notice | undefined {
  switch (outcome.outcome) {
    case 'loading':
      return undefined
    case 'loaded':
    case 'reloaded':
      return { level: 'info', title: `${shown} is ${outcome.outcome}` }
    case 'restarted':
      return { level: 'info', title: `${shown} was reloaded because its process had ended` }
    case 'gone':
      return { level: 'error', title: `${shown} was deleted`, detail: 'It will be loaded when the file is restored.' }
    case 'failed':
      return {
        level: 'error',
        title: `${shown} cannot be loaded`,
        detail: `${outcome.problem.detail}\nIt will be reloaded when one of its files changes.`,
      }
  }
}

/** The status in the header of the page. */
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
    title: 'The handler takes a callback, which Lambda rejects on Node 24',
    detail:
      'It runs on Lambda up to Node 22, which Lambda supports until 30 April 2027. ' +
      `Replace ask-sdk's .lambda() with: const skill = builder.create(); ${asyncHandler}skill.invoke(event, context)`,
  },
  'value-ignored': {
    title: 'The handler is not async but returned a response, which Lambda ignores up to Node 22',
    detail: `Make it async: ${asyncHandler}… Or use --runtime nodejs24.x if the function runs on that runtime.`,
  },
}

/** The notice for a handler that does not run on every Node version of Lambda. */
export function remarkNotice(remark: HandlerRemark): Notice {
  return { level: remark === 'value-ignored' ? 'error' : 'info', ...remarks[remark] }
}
