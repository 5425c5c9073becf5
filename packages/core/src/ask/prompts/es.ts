import type { ProfileField } from '../../fields/fields.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Para', 'esta skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuar'
/** All fields are masculine. */
const it = ({ fields }: PromptWords) => (fields.length > 1 ? 'los' : 'lo')

/** What Spain and Latin America say differently. */
interface SpanishWords {
  readonly mobileNumber: string
  readonly toAdd: string
  readonly settings: string
}

function spanish({ mobileNumber, toAdd, settings }: SpanishWords): Language {
  const yourFields: Readonly<Record<ProfileField, string>> = {
    name: 'tu nombre completo',
    givenName: 'tu nombre',
    email: 'tu correo electrónico',
    mobileNumber,
  }
  return {
    fieldList: (fields, join) => join(fields.map((field) => yourFields[field])),
    prompts: {
      askForConsent: (words) =>
        `${skill(words)} necesita tu permiso para usar ${words.fieldList}. ` +
        'Encontrarás una tarjeta en la app de Alexa. Por favor, ábrela, da tu permiso y vuelve a pedírmelo.',
      askByVoice: (words) => `${skill(words)} necesita ${words.fieldList}.`,
      finishInApp: (words) =>
        `Por favor, abre la app de Alexa y da tu permiso para usar ${words.fieldList}. Después, vuelve a pedírmelo.`,
      askToFillIn: (words) =>
        `${skill(words)} necesita ${words.fieldList}, pero no ${it(words)} encuentro en tu cuenta de Amazon. ` +
        `Puedes ${toAdd}${it(words)} en ${settings} de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.`,
      speakerUnknown: (words) =>
        `Necesito ${words.fieldList}, pero no reconozco tu voz. Puedes enseñarle a Alexa a reconocerla ` +
        `en ${settings} de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.`,
      tryLater: (words) =>
        `Lo siento, en este momento Alexa tiene problemas para darme ${words.fieldList}. ` +
        'Inténtalo de nuevo en unos minutos.',
      tooBusy: (words) =>
        `Lo siento, ${words.skillName ?? 'esta skill'} está recibiendo demasiadas solicitudes en este momento. ` +
        'Inténtalo de nuevo en unos minutos.',
      fixSkill: (words) =>
        `Lo siento, hay un problema con ${words.skillName ?? 'esta skill'} y no puedo ${goOn(words)}. ` +
        'No es culpa tuya. El equipo que creó la skill tiene que solucionarlo.',
      goOnWithout: (words) => `Continuaré sin ${words.fieldList}.`,
      cannotGoOn: (words) => `Lo siento, sin ${words.fieldList} no puedo ${goOn(words)}.`,
    },
  }
}

/** Spanish as in America, which says tú. `purpose` is an infinitive, as it follows "para": `reservar tu mesa`. */
export const es = () =>
  spanish({
    mobileNumber: 'tu número de celular',
    toAdd: 'agregar',
    settings: 'la configuración',
  })

/** Spanish as in Spain. `purpose` as in `es`. */
export const esEs = () =>
  spanish({
    mobileNumber: 'tu número de móvil',
    toAdd: 'añadir',
    settings: 'los ajustes',
  })
