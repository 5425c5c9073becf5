import { escapeSsml, speakerName } from '@alexa-profile/jovo'
import { dayOf, peopleOf, spokenName, timeOf } from '../format.js'
import type { SlotName, SlotProblem } from '../reservation.js'
import { restaurant } from '../restaurant.js'
import type { Booked, Responses } from './en.js'

const ask: Readonly<Record<SlotName, string>> = {
  date: 'Für welchen Tag soll ich reservieren?',
  time: 'Um wie viel Uhr?',
  partySize: 'Für wie viele Personen?',
}

export const de: Responses = {
  welcome: (personId) =>
    [
      personId === undefined
        ? 'Willkommen bei Table Talk.'
        : `Willkommen bei Table Talk, ${speakerName({ personId })}.`,
      'Ich reserviere dir einen Tisch und schicke dir die Bestätigung per Mail.',
      'Sag zum Beispiel: reserviere einen Tisch für vier am Freitag um halb acht. Was möchtest du tun?',
    ].join(' '),
  help:
    `Ich reserviere Tische für bis zu ${restaurant.largestParty} Personen. Sag mir den Tag, die Uhrzeit und wie viele ihr seid: ` +
    'reserviere einen Tisch für zwei morgen um acht. ' +
    'Danach kannst du sagen: schick mir eine SMS. Wann möchtet ihr kommen?',
  whatNow: 'Sag: reserviere einen Tisch. Oder sag: stopp.',
  goodbye: 'Auf Wiederhören.',
  notUnderstood:
    'Tut mir leid, dabei kann ich dir nicht helfen. Ich kann dir einen Tisch reservieren: sag einfach, reserviere einen Tisch.',
  failed: 'Tut mir leid, bei mir ist etwas schiefgegangen. Bitte versuch es später noch einmal.',

  ask,
  askAgain: ({ slot, kind }) => [reasons[slot][kind], ask[slot]].filter(Boolean).join(' '),

  booked: ({ reservation, reference, givenName, confirmation, hasPhone, customersClock }) =>
    [
      givenName === undefined ? 'In Ordnung.' : `Danke, ${escapeSsml(spokenName(givenName))}.`,
      `Dein Tisch für ${peopleOf(reservation.partySize, 'de')} ist reserviert für ${dayOf(reservation.date, 'de')}, um ${timeOf(reservation.time, 'de')}.`,
      customersClock && `Das ist die Zeit des Restaurants. Auf deiner Uhr ist es dann ${customersClock}.`,
      yourReference(reference),
      confirmations[confirmation],
      hasPhone
        ? 'Falls sich etwas ändert, ruft dich das Restaurant auf dem Handy an.'
        : 'Das Restaurant hat deine Handynummer nicht. Ruf bitte dort an, falls sich etwas ändert.',
    ]
      .filter(Boolean)
      .join(' '),

  nothingBooked:
    'Ich kenne keinen Tisch, den du reserviert hast. Soll ich einen reservieren? Sag: reserviere einen Tisch.',
  texted: 'Ich habe dir die Bestätigung aufs Handy geschickt.',
  notTexted: (reason, reference) => `${whyNotTexted[reason]} ${yourReference(reference)}`,
}

function yourReference(reference: string): string {
  return `Deine Reservierungsnummer ist <say-as interpret-as="digits">${reference}</say-as>.`
}

const confirmations: Readonly<Record<Booked['confirmation'], string>> = {
  mailed: 'Die Bestätigung habe ich dir per Mail geschickt.',
  'mail-failed':
    'Die Bestätigung konnte ich gerade nicht schicken, also merk dir bitte die Reservierungsnummer. Dein Tisch ist trotzdem reserviert.',
  'no-consent': 'Der Tisch ist nur unter dieser Nummer reserviert, ohne deinen Namen. Bitte merk sie dir.',
}

const whereTheNumberIs = 'in der Alexa-App, unter Einstellungen, Dein Profil. Dann frag mich noch einmal.'

const whyNotTexted = {
  ambiguous: `Ich weiß nicht sicher, wie man die Handynummer in deinem Amazon-Konto wählt. Bitte ergänze die Landesvorwahl ${whereTheNumberIs}`,
  invalid: `An die Handynummer in deinem Amazon-Konto kann ich keine SMS schicken. Bitte prüfe sie ${whereTheNumberIs}`,
  failed: 'Tut mir leid, die SMS konnte ich gerade nicht schicken. Dein Tisch ist trotzdem reserviert.',
}

const reasons: Readonly<Record<SlotName, Partial<Record<SlotProblem['kind'], string>>>> = {
  date: {
    unclear: 'Ich brauche einen bestimmten Tag, zum Beispiel nächsten Freitag.',
    'in-the-past': 'Dieser Tag ist schon vorbei.',
  },
  time: {
    unclear: 'Ich brauche eine Uhrzeit, zum Beispiel halb acht.',
    'in-the-past': 'Diese Uhrzeit ist schon vorbei.',
    closed: `Einen Tisch gibt es von ${timeOf(restaurant.firstTable, 'de')} bis ${timeOf(restaurant.lastTable, 'de')}.`,
  },
  partySize: {
    unclear: 'Die Zahl habe ich nicht verstanden.',
    'too-few': 'Für einen Tisch braucht es mindestens einen Gast.',
    'too-many': `Ich kann nur für bis zu ${restaurant.largestParty} Personen reservieren. Für mehr ruf bitte im Restaurant an.`,
  },
}
