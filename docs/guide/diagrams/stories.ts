import type { Story } from './sequence-diagram.js'

const lanes = ['Customer', 'Alexa', 'Skill', 'Profile API']

const spoken = [
  { from: 'Customer', to: 'Alexa', text: '“Book a table for four.”' },
  { from: 'Alexa', to: 'Skill', text: 'IntentRequest, token 1' },
  { from: 'Skill', to: 'Profile API', text: 'GET Profile.email, token 1' },
  { from: 'Profile API', to: 'Skill', text: '403: not granted', dashed: true },
]

const booked = (token: string) => [
  { from: 'Skill', to: 'Profile API', text: `GET Profile.email, ${token}` },
  { from: 'Profile API', to: 'Skill', text: '200 "ann@example.com"', dashed: true },
  { from: 'Skill', to: 'Alexa', text: 'the response', dashed: true },
  { from: 'Alexa', to: 'Customer', text: '“Your table is booked.”', dashed: true },
]

/** Each key is the name of a file. */
export const stories: Readonly<Record<string, Story>> = {
  'consent-card': {
    title: 'Consent by card',
    lanes,
    steps: [
      'The first request',
      ...spoken,
      { from: 'Skill', to: 'Alexa', text: 'the reason, and a consent card for the email', dashed: true },
      { from: 'Alexa', to: 'Customer', text: '“… I’ve sent a card to your Alexa app …”', dashed: true },
      'In the Alexa app, now or days later',
      { from: 'Customer', to: 'Alexa', text: 'grants the permission' },
      { from: 'Alexa', to: 'Skill', text: 'SkillPermissionAccepted, if the skill subscribed' },
      { from: 'Skill', to: 'Alexa', text: 'acknowledged', dashed: true },
      'The second request',
      { from: 'Customer', to: 'Alexa', text: '“Book a table for four.”' },
      { from: 'Alexa', to: 'Skill', text: 'IntentRequest, token 2' },
      ...booked('token 2'),
    ],
  },
  'voice-consent': {
    title: 'Consent by voice',
    lanes,
    steps: [
      'The request',
      ...spoken,
      { from: 'Skill', to: 'Alexa', text: 'the reason, and Connections.StartConnection', dashed: true },
      'Alexa asks in its own words',
      { from: 'Alexa', to: 'Customer', text: '“Do you give Table Talk permission …?”', dashed: true },
      { from: 'Customer', to: 'Alexa', text: '“Yes.”' },
      'The same session continues',
      { from: 'Alexa', to: 'Skill', text: 'SessionResumedRequest, ACCEPTED, token 2' },
      ...booked('token 2'),
    ],
  },
  'skill-events': {
    title: 'Skill events, from enabled to disabled',
    lanes: ['Customer', 'Alexa', 'Skill', 'Your store'],
    steps: [
      { from: 'Customer', to: 'Alexa', text: 'enables the skill' },
      { from: 'Alexa', to: 'Skill', text: 'SkillEnabled, userId A' },
      { from: 'Customer', to: 'Alexa', text: 'grants email' },
      { from: 'Alexa', to: 'Skill', text: 'SkillPermissionAccepted: email' },
      { from: 'Skill', to: 'Your store', text: 'A may be mailed' },
      { from: 'Customer', to: 'Alexa', text: 'grants name as well' },
      { from: 'Alexa', to: 'Skill', text: 'SkillPermissionChanged: email, name' },
      { from: 'Customer', to: 'Alexa', text: 'revokes both' },
      { from: 'Alexa', to: 'Skill', text: 'SkillPermissionChanged: an empty list' },
      { from: 'Skill', to: 'Your store', text: 'A may not be mailed' },
      { from: 'Customer', to: 'Alexa', text: 'disables the skill' },
      { from: 'Alexa', to: 'Skill', text: 'SkillDisabled, NOT_PERSISTED' },
      { from: 'Skill', to: 'Your store', text: 'delete everything about A' },
      { from: 'Customer', to: 'Alexa', text: 'enables it again' },
      { from: 'Alexa', to: 'Skill', text: 'SkillEnabled, userId B' },
    ],
  },
}
