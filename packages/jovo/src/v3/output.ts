import type { AlexaResponse, ConsentCard, VoiceConsentDirective } from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { isAlexa } from './envelope.js'

/** The part of `$output` that Jovo's Alexa platform reads. Its own type declares only some of it. */
interface AlexaOutput {
  AskForPermissionsConsentCard?: ConsentCard
  Directives?: object[]
  deleteShouldEndSession?: boolean
}

/** Core's responses, by request. */
const composed = new WeakMap<Jovo, AlexaResponse>()

/** Passes core's response to Jovo, which builds its own response from it. Without it, Jovo sends an acknowledgement. */
export function respondWith(jovo: Jovo, response: AlexaResponse): void {
  const { outputSpeech, reprompt, card, directives } = response
  if (outputSpeech === undefined) return
  if (reprompt) jovo.ask(outputSpeech.ssml, reprompt.outputSpeech.ssml)
  else jovo.tell(outputSpeech.ssml)
  if (card) showCard(jovo, card)
  for (const directive of directives ?? []) startConnection(jovo, directive)
  composed.set(jovo, response)
}

export function showCard(jovo: Jovo, card: ConsentCard): void {
  alexaOutputOf(jovo).AskForPermissionsConsentCard = card
}

export function startConnection(jovo: Jovo, directive: VoiceConsentDirective): void {
  const output = alexaOutputOf(jovo)
  output.Directives = [...(output.Directives ?? []), directive]
  // Alexa controls the session while it asks.
  output.deleteShouldEndSession = true
}

/** Corrects what Jovo changed in core's response. */
export function correctResponse(jovo: Jovo): void {
  if (!isAlexa(jovo)) return
  const { $output, $response, $session } = jovo as unknown as {
    readonly $output: Jovo['$output']
    readonly $response: { response: AlexaResponse; sessionAttributes?: object }
    readonly $session: Jovo['$session']
  }
  const { response } = $response
  const { outputSpeech, reprompt } = composed.get(jovo) ?? {}
  // Jovo writes "and" for each "&", including that of "&amp;". The skill may have replaced the speech since.
  if (outputSpeech?.ssml === ($output.ask ?? $output.tell)?.speech) {
    Object.assign(response, { ...(outputSpeech && { outputSpeech }), ...(reprompt && { reprompt }) })
  }
  // Jovo sends the session's data, including its state, only if it keeps the session open itself.
  if (response.directives?.some(({ type }) => type === 'Connections.StartConnection')) {
    $response.sessionAttributes = $session.$data
  }
}

function alexaOutputOf({ $output }: Jovo): AlexaOutput {
  const output = $output as { Alexa?: AlexaOutput }
  output.Alexa ??= {}
  return output.Alexa
}
