import type { ProfileField } from '../../fields/fields.js'
import type { GenderedWords } from '../../fields/words.js'
import { areFeminine, wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Para', 'esta skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuar'
/** What Spain and Latin America say differently. */
interface SpanishWords {
  readonly wordsFor: (field: ProfileField) => GenderedWords
  readonly toAdd: string
  readonly settings: string
}

function spanish({ wordsFor, toAdd, settings }: SpanishWords): Language {
  const it = ({ fields }: PromptWords) => {
    const pronoun = areFeminine(fields.map(wordsFor)) ? 'la' : 'lo'
    return fields.length > 1 ? `${pronoun}s` : pronoun
  }
  const notFoundIn = {
    profile: 'en tu cuenta de Amazon',
    device: `en ${settings} de este dispositivo`,
    both: `en tu cuenta de Amazon ni en ${settings} de este dispositivo`,
  }
  const addIn = {
    profile: `en ${settings} de la app de Alexa, en tu perfil`,
    device: `en la app de Alexa, en ${settings} de este dispositivo`,
    both: `en la app de Alexa, en tu perfil y en ${settings} de este dispositivo`,
  }
  return {
    fieldList: (fields, join) => join(fields.map((field) => wordsFor(field).text)),
    prompts: {
      askForConsent: (words) =>
        `${skill(words)} necesita tu permiso para usar ${words.fieldList}. ` +
        'Encontrarás una tarjeta en la app de Alexa. Por favor, ábrela, da tu permiso y vuelve a pedírmelo.',
      askByVoice: (words) => `${skill(words)} necesita ${words.fieldList}.`,
      finishInApp: (words) =>
        `Por favor, abre la app de Alexa y da tu permiso para usar ${words.fieldList}. Después, vuelve a pedírmelo.`,
      askToFillIn: (words) =>
        `${skill(words)} necesita ${words.fieldList}, pero no ${it(words)} encuentro ${notFoundIn[words.fillInAt]}. ` +
        `Puedes ${toAdd}${it(words)} ${addIn[words.fillInAt]}. Después, vuelve a pedírmelo.`,
      speakerUnknown: (words) =>
        `Necesito ${words.fieldList}, pero no reconozco tu voz. Puedes enseñarle a Alexa a reconocerla ` +
        `en ${settings} de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.`,
      tryLater: (words) =>
        `Lo siento, en este momento Alexa tiene problemas para darme ${words.fieldList}. ` +
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
    wordsFor: (field) => wordsOf(field, 'es'),
    toAdd: 'agregar',
    settings: 'la configuración',
  })

/** Spanish as in Spain. `purpose` as in `es`. */
export const esEs = () =>
  spanish({
    wordsFor: (field) => wordsOf(field, 'es-ES') ?? wordsOf(field, 'es'),
    toAdd: 'añadir',
    settings: 'los ajustes',
  })
