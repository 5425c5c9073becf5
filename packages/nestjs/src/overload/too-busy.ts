import type { Prompt } from '@alexa-profile/core'

/** What Alexa says, by language. Uses the skill's name if there is one. */
const sentences: Readonly<Record<string, (skillName: string | undefined) => string>> = {
  ar: (skillName) => {
    const skill = skillName === undefined ? 'هذه المهارة' : `مهارة ${skillName}`
    return `عذرًا، ${skill} مشغولة جدًا في الوقت الحالي. يرجى المحاولة مرة أخرى بعد بضع دقائق.`
  },
  de: (skillName = 'dieser Skill') =>
    `Tut mir leid, ${skillName} ist gerade überlastet. Bitte versuch es in ein paar Minuten noch einmal.`,
  en: (skillName = 'this skill') =>
    `Sorry, ${skillName} is too busy to answer right now. Please try again in a few minutes.`,
  es: (skillName = 'esta skill') =>
    `Lo siento, ${skillName} está recibiendo demasiadas solicitudes en este momento. ` +
    'Inténtalo de nuevo en unos minutos.',
  fr: (skillName = 'cette skill') =>
    `Désolée, ${skillName} reçoit trop de demandes pour le moment. Veuillez réessayer dans quelques minutes.`,
  hi: (skillName = 'इस स्किल') =>
    `माफ़ कीजिए, अभी ${skillName} पर बहुत ज़्यादा अनुरोध आ रहे हैं। कृपया कुछ मिनट बाद फिर कोशिश कीजिए।`,
  it: (skillName = 'questa skill') =>
    `Mi dispiace, al momento ${skillName} riceve troppe richieste. Riprova tra qualche minuto.`,
  ja: (skillName = 'このスキル') =>
    `申し訳ありません。ただいま、${skillName}が大変混み合っています。数分後に、もう一度お試しください。`,
  nl: (skillName = 'deze skill') =>
    `Sorry, ${skillName} krijgt op dit moment te veel verzoeken. Probeer het over een paar minuten opnieuw.`,
  pt: (skillName = 'esta skill') =>
    `Desculpe, no momento ${skillName} está recebendo solicitações demais. Tente de novo em alguns minutos.`,
}

/** Asks the customer to try again later, in the language of the locale, or else in English. */
export const tooBusy: Prompt = ({ locale, skillName }) => {
  const language = locale.slice(0, 2)
  const sentence = Object.hasOwn(sentences, language) ? sentences[language] : sentences.en
  return sentence?.(skillName) ?? ''
}
