import { resumptionOf } from '@alexa-profile/core'
import { ComponentTreeNode, type HandleRequest, type Jovo, MetadataStorage, RouteMatch } from '@jovotech/framework'
import { envelopeOf } from './envelope.js'
import { invocationOf } from './invocation.js'

/**
 * Replaces a request with a consent answer by the request that waited for it, with the new context, session and token.
 * From here on, Jovo sees the customer's original words.
 */
export function goOnWithWaitingRequest(jovo: Jovo): void {
  const resumption = resumptionOf(envelopeOf(jovo))
  if (resumption === undefined) return
  const { consentAnswer, envelope } = resumption
  invocationOf(jovo).consentAnswer = consentAnswer
  Object.assign(jovo.$request, { request: envelope.request })
  jovo.$input = jovo.$request.getInput()
  jovo.$entities = jovo.getEntityMap()
  Object.assign(jovo.$session.data, envelope.session?.attributes)
}

/**
 * Runs the handler that asked, in the state in which it asked. Jovo's router would not always find it again, for
 * example after a redirect. If the handler no longer exists after a deployment, the router decides.
 */
export function routeToWaitingHandler(jovo: Jovo): void {
  const { consentAnswer } = invocationOf(jovo)
  const [path = '', handler] = consentAnswer?.waiting?.handler.split('#') ?? []
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
