import type { Mail } from './mailer.js'
import { restaurant } from './restaurant.js'

/** For the customer who has just agreed to share the address. In both languages, because the event does not name one. */
export function welcomeMail(to: string): Mail {
  return {
    to,
    subject: `Welcome to ${restaurant.name}`,
    text: [
      'Hello,',
      '',
      'you share your email address with the Alexa skill Table Talk, so this is where',
      'the confirmations of your bookings will arrive.',
      '',
      'You can change your mind at any time: in the Alexa app, in the settings of the skill.',
      '',
      'Hallo,',
      '',
      'du teilst deine E-Mail-Adresse mit dem Alexa-Skill Table Talk, deshalb kommen',
      'die Bestätigungen deiner Reservierungen hier an.',
      '',
      'Du kannst es dir jederzeit anders überlegen: in der Alexa-App, in den Einstellungen des Skills.',
      '',
    ].join('\n'),
  }
}
