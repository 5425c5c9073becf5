import { nearest } from '@alexa-profile/core'
import { startConnections } from '../wire/consent-request.js'
import type { Rule } from './response-rule.js'

const connectionGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-skill-connections-to-request-tasks.html' // read 2026-11-29

/**
 * Amazon's own tasks. The list may lack new tasks, so only a name that is close to a known task is reported.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/amazon-predefined-task-reference.html (read 2026-11-29)
 */
const amazonTasks = [
  ...['AskForPermissionsConsent', 'PrintImage', 'PrintPDF', 'PrintWebPage', 'ScheduleTaxiReservation'],
  ...['ScheduleFoodEstablishmentReservation', 'VerifyPerson', 'LinkApp', 'AddToShoppingCart', 'BuyShoppingProducts'],
  'TestStatusCode',
]

const form = 'connection://AMAZON.<task>/<version>, or connection://<skill id>.<task>/<version>'

/** The rules about connections to Amazon's tasks and to other skills. */
export const connectionRules: Readonly<Record<string, Rule>> = {
  'connection-uri': {
    source: connectionGuide,
    problem: ({ directives }) => {
      for (const { uri } of startConnections(directives)) {
        if (typeof uri !== 'string') continue // the table of directives checks it
        const [, provider, task = ''] = /^connection:\/\/(.+)\.(\w+)\/\d+(?:\?.*)?$/.exec(uri) ?? []
        if (provider === undefined) return `The uri of Connections.StartConnection must be ${form}.`
        if (provider.toUpperCase() !== 'AMAZON') continue
        if (provider !== 'AMAZON') return 'The uri of Connections.StartConnection must have AMAZON in capital letters.'
        const meant = amazonTasks.includes(task) ? undefined : nearest(task, amazonTasks)
        if (meant !== undefined) return `Unknown Amazon task ${JSON.stringify(task)}. Did you mean "${meant}"?`
      }
      return undefined
    },
  },
}
