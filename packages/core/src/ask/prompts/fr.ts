import type { ProfileField } from '../../fields/fields.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Pour', 'cette skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuer'

/** `le trouve`: the address is feminine, all else masculine. */
const it = ({ fields: [first, ...others] }: PromptWords) =>
  others.length > 0 ? 'les' : first === 'email' ? 'la' : 'le'
/** `l'ajouter` */
const itBeforeVowel = ({ fields }: PromptWords) => (fields.length > 1 ? 'les ' : "l'")

function french(words: Readonly<Pick<Record<ProfileField, string>, 'email' | 'mobileNumber'>>): Language {
  const yourFields: Readonly<Record<ProfileField, string>> = {
    name: 'votre nom complet',
    givenName: 'votre prénom',
    ...words,
  }
  /** `de votre prénom et de votre adresse`: the preposition is said for each. */
  const ofFields = ({ fields, join }: PromptWords) => join(fields.map((field) => `de ${yourFields[field]}`))

  return {
    fieldList: (fields, join) => join(fields.map((field) => yourFields[field])),
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
        `${skill(words)} a besoin ${ofFields(words)}, mais je ne ${it(words)} trouve pas dans votre compte Amazon. ` +
        `Vous pouvez ${itBeforeVowel(words)}ajouter dans les paramètres de l'application Alexa, dans votre profil. ` +
        'Ensuite, refaites votre demande.',
      speakerUnknown: (words) =>
        `J'ai besoin ${ofFields(words)}, mais je n'ai pas reconnu votre voix. ` +
        "Dans les paramètres de l'application Alexa, dans votre profil, " +
        'vous pouvez apprendre à Alexa à reconnaître votre voix. Ensuite, refaites votre demande.',
      tryLater: (words) =>
        `Désolée, je n'arrive pas à obtenir ${words.fieldList} auprès d'Alexa pour le moment. ` +
        'Veuillez réessayer dans quelques minutes.',
      tooBusy: (words) =>
        `Désolée, ${words.skillName ?? 'cette skill'} reçoit trop de demandes pour le moment. ` +
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
export const fr = () => french({ email: 'votre adresse e-mail', mobileNumber: 'votre numéro de portable' })

/** French as in Canada. `purpose` as in `fr`. */
export const frCa = () => french({ email: 'votre adresse courriel', mobileNumber: 'votre numéro de cellulaire' })
