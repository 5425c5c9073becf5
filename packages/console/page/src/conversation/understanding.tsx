import type { Understood } from '@alexa-profile/emulator'
import type { IntentDraft } from './intent-form.js'

export interface UnderstandingProps {
  readonly understood: Understood
  readonly turnId: number
  readonly onCorrect: (draft: IntentDraft) => void
}

const stages: Readonly<Record<Understood['stage'], readonly [style: string, text: string]>> = {
  exact: ['good', 'word for word'],
  nearest: ['warn', 'nearest sample'],
  fallback: ['bad', 'no sample is similar'],
  launch: ['good', 'opens the skill'],
  repeat: ['warn', 'neither yes nor no'],
}

/** What Alexa has understood from an utterance, with the sample and Alexa's confidence. */
export function Understanding({ understood, turnId, onCorrect }: UnderstandingProps) {
  const { intent, slots, sample, confidence, stage, alternatives } = understood
  const [style, text] = stages[stage]
  const others = alternatives.filter((other) => other.intent !== intent)
  // If no sample matches, the customer may have meant the nearest intent.
  const meant = stage === 'fallback' ? alternatives[0]?.intent : intent
  return (
    <div class="understanding">
      <p>
        <span class="label">Understood</span> {stage !== 'repeat' && <code>{intent ?? 'LaunchRequest'}</code>}{' '}
        <span class={`badge ${style}`}>{text}</span>
        {sample !== undefined && <span class="label"> {Math.round(100 * confidence)} % sure</span>}
      </p>
      {sample !== undefined && <p class="label">Sample: “{sample}”</p>}
      {others.length > 0 && (
        <p class="label">
          {stage === 'fallback' ? 'Nearest:' : 'Also matches:'}{' '}
          {others.map((other) => `${other.intent} (${Math.round(100 * other.confidence)} %)`).join(', ')}
        </p>
      )}
      {intent !== undefined && (
        <button type="button" class="small" onClick={() => onCorrect({ intent: meant ?? intent, slots })}>
          Correct<span class="hidden"> what was understood in turn {turnId}</span>
        </button>
      )}
    </div>
  )
}
