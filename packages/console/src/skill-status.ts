import type { Skill, Turn } from '@alexa-profile/emulator'
import type { SkillView } from './protocol/console-state.js'

/** Whether the module of a skill was loaded. */
export interface SkillStatus {
  readonly status: 'loading' | 'loaded' | 'failed'
  /** The file, relative to the developer's folder: `src/index.ts`. */
  readonly name?: string | undefined
  /** The reason for a failure, in one line. */
  readonly problem?: string | undefined
  /** The location of a failure: `src/index.ts:12:5`. */
  readonly location?: string | undefined
}

/** Stores what the header shows about the skill. */
export interface SkillStatusKeeper {
  readonly view: SkillView
  skillChanged(skill: Skill | undefined): void
  set(status: SkillStatus): void
  /** Updates the status after a turn, which shows whether a skill at a URL responds. */
  turnEnded(turn: Turn): void
}

const notThere = ['skill-unreachable', 'skill-http-status']

export function createSkillStatus(): SkillStatusKeeper {
  let view: SkillView = { name: undefined, status: 'none' }
  let isAtUrl = false
  return {
    get view() {
      return view
    },
    skillChanged(skill) {
      isAtUrl = skill !== undefined && typeof skill !== 'function'
      if (skill === undefined) view = { name: undefined, status: 'none' }
      else view = isAtUrl ? { name: String(skill), status: 'unknown' } : { name: undefined, status: 'loaded' }
    },
    set({ status, name, problem, location }) {
      view = { name, status, ...(problem !== undefined && { problem }), ...(location !== undefined && { location }) }
    },
    turnEnded({ violations }) {
      if (!isAtUrl) return
      const failure = violations.find(({ rule }) => notThere.includes(rule))
      const { name } = view
      if (failure) view = { name, status: 'failed', problem: failure.message }
      else if (!violations.some(({ rule }) => rule === 'skill-timeout')) view = { name, status: 'listening' }
    },
  }
}
