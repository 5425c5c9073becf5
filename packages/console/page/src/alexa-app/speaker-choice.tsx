import type { CustomerView } from '../../../src/protocol/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

const names = ['Ben', 'Cleo', 'Dana', 'Emil', 'Fay']

/** A choice of the speaker from the next turn on. */
export function SpeakerChoice({ customer: { speakers, speakerId } }: { customer: CustomerView }) {
  const choose = (id: number | null) => attempt(() => send('choose-speaker', { speakerId: id }))

  function add(): void {
    const givenName = names[speakers.length % names.length] ?? 'Ben'
    const phoneNumber = `20655501${String(speakers.length + 1).padStart(2, '0')}`
    const data = { name: `${givenName} Example`, givenName, mobileNumber: { countryCode: '+1', phoneNumber } }
    attempt(() => send('add-speaker', { data }))
  }

  return (
    <section class="part">
      <fieldset class="speakers">
        <legend>Who is speaking</legend>
        <label>
          <input type="radio" name="speaker" checked={speakerId === undefined} onChange={() => choose(null)} />A voice
          that Alexa does not recognize
        </label>
        {speakers.map(({ id, data }) => (
          <label key={id}>
            <input type="radio" name="speaker" checked={speakerId === id} onChange={() => choose(id)} />
            {data.name ?? data.givenName ?? `Speaker ${id}`}
          </label>
        ))}
      </fieldset>
      <button type="button" class="small" onClick={add}>
        Add a speaker
      </button>
    </section>
  )
}
