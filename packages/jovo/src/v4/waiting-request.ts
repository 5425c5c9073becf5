import { rememberAnswer, resumeWaiting } from '@alexa-profile/core'
import { ComponentTreeNode, type HandleRequest, type Jovo, MetadataStorage, RouteMatch } from '@jovotech/framework'
import { envelopeOf } from './envelope.js'
import { type Invocation, invocationOf } from './invocation.js'

/** Names the handler that runs now, for the token that brings the customer's answer back to it. */
export function waitingHandlerOf(jovo: Jovo, { handler = '' }: Invocation): string {
  return `${jovo.$handleRequest.activeComponentNode?.path.join('.') ?? ''}#${handler}`
}

/**
 * When this request brings the answer to a voice consent: turns it into the request that waited for the answer, in the
 * context and session (so with the token) of the new one. From here on Jovo sees the customer's original words.
 */
export function goOnWithWaitingRequest(jovo: Jovo): void {
  const answer = jovo.$profile.consentAnswer
  if (answer?.waiting === undefined) return
  invocationOf(jovo).resumedBy = answer
  const { request } = resumeWaiting(envelopeOf(jovo), answer.waiting)
  Object.assign(jovo.$request, { request })
  jovo.$input = jovo.$request.getInput()
  jovo.$entities = jovo.getEntityMap()
  Object.assign(jovo.$session.data, rememberAnswer(jovo.$session.data, answer))
}

/**
 * Runs the handler that asked, in the state that it left. Jovo's router would not always find it again: it may have been
 * redirected to. A handler that is no more (the skill was deployed meanwhile) is left to the router.
 */
export function routeToWaitingHandler(jovo: Jovo): void {
  const { resumedBy } = invocationOf(jovo)
  const [path = '', handler] = resumedBy?.waiting?.handler.split('#') ?? []
  const route = routeTo(jovo.$handleRequest, path.split('.'), handler)
  if (route === undefined) return
  jovo.$route = { resolved: route, matches: [route] }
  jovo.$handleRequest.middlewareCollection.disable('dialogue.router')
}

function routeTo(
  { componentTree }: HandleRequest,
  path: string[],
  handler: string | undefined,
): RouteMatch | undefined {
  const node = componentTree.getNodeAt(path)
  // A forged path such as "__proto__" leads to something else.
  if (!(node instanceof ComponentTreeNode)) return undefined
  const handlers = MetadataStorage.getInstance().getMergedHandlerMetadataOfComponent(node.metadata.target)
  const metadata = handlers.find(({ propertyKey }) => propertyKey === handler)
  return metadata && new RouteMatch(metadata, node.path)
}
