import { fieldsAfter, fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Pour', 'cette skill')
/** `de votre prénom et de votre adresse` */
const ofFields = fieldsAfter('de')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuer'

const places = { profile: 'dans votre profil', device: 'dans les paramètres de cet appareil' }

/**
 * French, which addresses the customer as vous. `purpose` is an infinitive, as it follows "pour": `réserver votre
 * table`.
 */
export const fr = (): Language => ({
  prompts: {
    askForConsent: (words) =>
      `${skill(words)} a besoin que vous l'autorisiez à utiliser ${words.fieldList}. ` +
      "Je vous ai envoyé une carte dans l'application Alexa. " +
      "Veuillez l'ouvrir, donner votre autorisation, puis refaire votre demande.",
    askByVoice: (words) => `${skill(words)} a besoin ${ofFields(words)}.`,
    finishInApp: () => "Veuillez ouvrir l'application Alexa, y donner votre autorisation, puis refaire votre demande.",
    askToFillIn: (words) =>
      `${skill(words)} a besoin ${ofFields(words)}. ` +
      `Veuillez ajouter ce qui manque dans l'application Alexa, ${fillInPlace(words, places)}, puis refaire votre demande.`,
    speakerUnknown: (words) =>
      `J'ai besoin ${ofFields(words)}, mais je n'ai pas reconnu votre voix. ` +
      `Veuillez apprendre à Alexa à la reconnaître dans l'application Alexa, ${places.profile}, puis refaire votre demande.`,
    tryLater: (words) =>
      `Désolée, je n'arrive pas à obtenir ${words.fieldList} auprès d'Alexa pour le moment. ` +
      'Veuillez réessayer dans quelques minutes.',
    fixSkill: (words) =>
      `Désolée, il y a un problème avec ${words.skillName ?? 'cette skill'} et je ne peux pas ${goOn(words)}. ` +
      "C'est à l'équipe qui a créé la skill de le résoudre.",
    goOnWithout: (words) => `Je continue sans ${words.fieldList}.`,
    cannotGoOn: (words) => `Désolée, sans ${words.fieldList}, je ne peux pas ${goOn(words)}.`,
  },
})
