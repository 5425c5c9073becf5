import type { Mail } from './mailer.js'
import { restaurant } from './restaurant.js'

/**
 * The welcome email for a customer who has just shared the address. It is in both languages, because the event does not
 * name one.
 */
export function welcomeMail(to: string): Mail {
  return {
    to,
    subject: `Welcome to ${restaurant.name}`,
    text: [
      'Hello,',
      '',
      'You have shared your email address with the Alexa skill Table Talk.',
      'It will send the confirmations of your bookings to this address.',
      '',
      "You can change this at any time in the Alexa app, in the skill's settings.",
      '',
      'Hallo,',
      '',
      'du teilst deine E-Mail-Adresse mit dem Alexa-Skill Table Talk.',
      'Die Bestätigungen deiner Reservierungen kommen deshalb hier an.',
      '',
      'Du kannst es dir jederzeit anders überlegen: in der Alexa-App, in den Einstellungen des Skills.',
      '',
    ].join('\n'),
  }
}
