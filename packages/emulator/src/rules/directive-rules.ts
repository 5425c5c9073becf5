import { unknownName } from '@alexa-profile/core'
import { isObject } from '../base/is-object.js'
import type { Directive } from '../wire/response.js'
import { type DirectiveNeeds, directiveTable } from './directive-table.js'
import { memberProblem } from './member-check.js'
import { directivesProblem, type Problem, type ResponseContext, type Rule, responseReference } from './response-rule.js'

/** A device that lacks the interface: https://github.com/alexa-labs/skill-sample-nodejs-level-up-riddles/issues/1 (read 2026-11-29) */
const interfaceReport = 'https://github.com/alexa-labs/skill-sample-nodejs-level-up-riddles/issues/1'

/** The rules about directives for the device and the dialog. See the table of directives. */
export const directiveRules: Readonly<Record<string, Rule>> = {
  directives: {
    source: responseReference,
    problem: ({ envelope: { response } }) => directivesProblem('directives', response.directives),
  },
  'directive-unknown': {
    source: responseReference,
    problem: ({ directives }) => {
      const unknown = directives.find(({ type }) => needsOf(type) === undefined)
      return (
        unknown &&
        unknownName(
          'directive',
          unknown.type,
          Object.keys(directiveTable),
          "Check its name in Amazon's documentation, or remove it.",
        )
      )
    },
  },
  'directive-interface': {
    source: interfaceReport,
    problem: ({ directives }, { supportedInterfaces }) => {
      if (supportedInterfaces === undefined) return undefined
      return firstProblem(directives, ({ type }, needs) => {
        if (needs.interface === undefined || Object.hasOwn(supportedInterfaces, needs.interface)) return undefined
        const where = `context.System.device.supportedInterfaces has no ${needs.interface}`
        return `The device does not support ${type}: ${where}. Check this before you send the directive.`
      })
    },
  },
  'directive-dialog': {
    source: directiveTable['Dialog.Delegate']?.source ?? responseReference,
    problem: ({ directives }, context) =>
      firstProblem(directives, (directive, needs) => (needs.dialog ? dialogProblem(directive, context) : undefined)),
  },
  'directive-member': {
    source: responseReference,
    problem: ({ directives }) =>
      firstProblem(directives, (directive, { members = {}, problem }) => {
        const found = memberProblem(directive, members) ?? problem?.(directive)
        if (found === undefined) return undefined
        return { message: `${directive.type}: ${found}.`, alexaMessage: alexaMessageOf(found) }
      }),
  },
}

function needsOf(type: string): DirectiveNeeds | undefined {
  return Object.hasOwn(directiveTable, type) ? directiveTable[type] : undefined
}

/** Finds the first problem, with the source that the table has for the directive. */
function firstProblem(
  directives: readonly Directive[],
  problemOf: (directive: Directive, needs: DirectiveNeeds) => string | Omit<Problem, 'source'> | undefined,
): Problem | undefined {
  for (const directive of directives) {
    const needs = needsOf(directive.type)
    const found = needs && problemOf(directive, needs)
    if (needs && found !== undefined) {
      return { ...(typeof found === 'string' ? { message: found } : found), source: needs.source }
    }
  }
  return undefined
}

/** The words: https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/708 (read 2026-11-29) */
function dialogProblem(
  directive: Directive,
  { dialogIntents, slotsOf, intent }: ResponseContext,
): Omit<Problem, 'source'> | undefined {
  if (dialogIntents === undefined) return undefined
  const { type, updatedIntent } = directive
  const name = isObject(updatedIntent) && typeof updatedIntent.name === 'string' ? updatedIntent.name : intent
  if (name === undefined && dialogIntents.size > 0) return undefined
  if (name !== undefined && dialogIntents.has(name)) return slotProblem(directive, name, slotsOf?.(name))
  const what =
    name === undefined ? 'the interaction model has no dialog model' : `the dialog model does not contain ${name}`
  const message = `${type} requires a dialog model, but ${what}. Add the intent to "dialog" in the interaction model.`
  return { message, alexaMessage: `The following directives are not supported: ${type}` }
}

/** Alexa cannot ask for a slot that the intent does not have. */
function slotProblem(
  { type, slotToElicit, slotToConfirm }: Directive,
  intent: string,
  slots: readonly string[] | undefined,
): Omit<Problem, 'source'> | undefined {
  const slot = type === 'Dialog.ElicitSlot' ? slotToElicit : type === 'Dialog.ConfirmSlot' ? slotToConfirm : undefined
  if (slots === undefined || typeof slot !== 'string' || slots.includes(slot)) return undefined
  const help = slots.length === 0 ? `${intent} has no slots.` : undefined
  return { message: `${type}: ${unknownName('slot', slot, slots, help)}` }
}

/** @see https://github.com/bespoken/bst/issues/96 (read 2026-11-29) */
function alexaMessageOf(problem: string): string | undefined {
  return problem.startsWith('audioItem.stream.url')
    ? 'The URL specified in the Play directive must be HTTPS'
    : undefined
}
