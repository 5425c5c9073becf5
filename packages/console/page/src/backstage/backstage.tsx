import type { ConsoleState } from '../../../src/protocol/console-state.js'
import { Tabs } from '../controls/tabs.js'
import type { ConsoleData } from '../stream/console-data.js'
import { Mails } from './mails.js'
import { Situations } from './situations.js'
import { SkillEvents } from './skill-events.js'
import { SkillFacts } from './skill-facts.js'
import { Traffic } from './traffic.js'

/** The part of the page that a customer never sees: the profile API, emails, events and the skill's state. */
export function Backstage({ data, state }: { data: ConsoleData; state: ConsoleState }) {
  const { apiRequests, mails, skillEvents, notices } = data
  const api = () => (
    <>
      <Situations active={state.situations} />
      <Traffic requests={apiRequests} />
    </>
  )
  return (
    <section class="column backstage" aria-labelledby="backstage-title">
      <h2 id="backstage-title" class="hidden">
        Backstage
      </h2>
      <Tabs
        label="Backstage"
        tabs={[
          { name: 'API', content: api },
          { name: 'Mail', count: mails.length, content: () => <Mails mails={mails} mailbox={state.mailbox} /> },
          { name: 'Events', count: skillEvents.length, content: () => <SkillEvents events={skillEvents} /> },
          { name: 'Skill', content: () => <SkillFacts state={state} notices={notices} /> },
        ]}
      />
    </section>
  )
}
