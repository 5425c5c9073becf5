import type { ProfileField } from '../../fields/fields.js'
import type { GenderedWords } from '../../fields/words.js'
import { wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Pour', 'cette skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuer'

/** `l'ajouter` */
const itBeforeVowel = ({ fields }: PromptWords) => (fields.length > 1 ? 'les ' : "l'")

const notFoundIn = {
  profile: 'dans votre compte Amazon',
  device: 'dans les paramètres de cet appareil',
  both: 'dans votre compte Amazon ni dans les paramètres de cet appareil',
}
const addIn = {
  profile: "dans les paramètres de l'application Alexa, dans votre profil",
  device: "dans l'application Alexa, dans les paramètres de cet appareil",
  both: "dans l'application Alexa, dans votre profil et dans les paramètres de cet appareil",
}

function french(wordsFor: (field: ProfileField) => GenderedWords): Language {
  /** `je ne le trouve pas` */
  const it = ({ fields: [first, ...others] }: PromptWords) => {
    if (first === undefined || others.length > 0) return 'les'
    return wordsFor(first).gender === 'f' ? 'la' : 'le'
  }
  /** `de votre prénom et de votre adresse`: the preposition is said for each. */
  const ofFields = ({ fields, join }: PromptWords) => join(fields.map((field) => `de ${wordsFor(field).text}`))

  return {
    fieldList: (fields, join) => join(fields.map((field) => wordsFor(field).text)),
    prompts: {
      askForConsent: (words) =>
        `${skill(words)} a besoin que vous l'autorisiez à utiliser ${words.fieldList}. ` +
        "Je vous ai envoyé une carte dans l'application Alexa. " +
        "Veuillez l'ouvrir, donner votre autorisation, puis refaire votre demande.",
      askByVoice: (words) => `${skill(words)} a besoin ${ofFields(words)}.`,
      finishInApp: (words) =>
        `Veuillez ouvrir l'application Alexa et y autoriser l'utilisation ${ofFields(words)}. ` +
        'Ensuite, refaites votre demande.',
      askToFillIn: (words) =>
        `${skill(words)} a besoin ${ofFields(words)}, mais je ne ${it(words)} trouve pas ${notFoundIn[words.fillInAt]}. ` +
        `Vous pouvez ${itBeforeVowel(words)}ajouter ${addIn[words.fillInAt]}. ` +
        'Ensuite, refaites votre demande.',
      speakerUnknown: (words) =>
        `J'ai besoin ${ofFields(words)}, mais je n'ai pas reconnu votre voix. ` +
        "Dans les paramètres de l'application Alexa, dans votre profil, " +
        'vous pouvez apprendre à Alexa à reconnaître votre voix. Ensuite, refaites votre demande.',
      tryLater: (words) =>
        `Désolée, je n'arrive pas à obtenir ${words.fieldList} auprès d'Alexa pour le moment. ` +
        'Veuillez réessayer dans quelques minutes.',
      fixSkill: (words) =>
        `Désolée, il y a un problème avec ${words.skillName ?? 'cette skill'} et je ne peux pas ${goOn(words)}. ` +
        "Vous n'y êtes pour rien. C'est à l'équipe qui a créé la skill de le résoudre.",
      goOnWithout: (words) => `Je continue sans ${words.fieldList}.`,
      cannotGoOn: (words) => `Désolée, sans ${words.fieldList}, je ne peux pas ${goOn(words)}.`,
    },
  }
}

/** French, which says vous. `purpose` is an infinitive, as it follows "pour": `réserver votre table`. */
export const fr = () => french((field) => wordsOf(field, 'fr'))

/** French as in Canada. `purpose` as in `fr`. */
export const frCa = () => french((field) => wordsOf(field, 'fr-CA') ?? wordsOf(field, 'fr'))
