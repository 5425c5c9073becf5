import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Para', 'esta skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuar'

/** `add` and `settings` are what Spain and Latin America say differently. */
function spanish(add: string, settings: string): Language {
  const places = { profile: 'en tu perfil', device: `en ${settings} de este dispositivo` }
  return {
    prompts: {
      askForConsent: (words) =>
        `${skill(words)} necesita tu permiso para usar ${words.fieldList}. ` +
        'Encontrarás una tarjeta en la app de Alexa. Por favor, ábrela, da tu permiso y vuelve a pedírmelo.',
      askByVoice: (words) => `${skill(words)} necesita ${words.fieldList}.`,
      finishInApp: () => 'Por favor, abre la app de Alexa, da tu permiso y vuelve a pedírmelo.',
      askToFillIn: (words) =>
        `${skill(words)} necesita ${words.fieldList}. ` +
        `Por favor, ${add} lo que falta en la app de Alexa, ${fillInPlace(words, places)}, y vuelve a pedírmelo.`,
      speakerUnknown: (words) =>
        `Necesito ${words.fieldList}, pero no reconozco tu voz. ` +
        `Por favor, enséñasela a Alexa en la app de Alexa, ${places.profile}, y vuelve a pedírmelo.`,
      tryLater: (words) =>
        `Lo siento, en este momento Alexa tiene problemas para darme ${words.fieldList}. ` +
        'Inténtalo de nuevo en unos minutos.',
      fixSkill: (words) =>
        `Lo siento, hay un problema con ${words.skillName ?? 'esta skill'} y no puedo ${goOn(words)}. ` +
        'El equipo que creó la skill tiene que solucionarlo.',
      goOnWithout: (words) => `Continuaré sin ${words.fieldList}.`,
      cannotGoOn: (words) => `Lo siento, sin ${words.fieldList} no puedo ${goOn(words)}.`,
    },
  }
}

/**
 * Latin American Spanish, which addresses the customer as tú. `purpose` is an infinitive, as it follows "para":
 * `reservar tu mesa`.
 */
export const es = () => spanish('agrega', 'la configuración')

/** European Spanish. `purpose` as in `es`. */
export const esEs = () => spanish('añade', 'los ajustes')
