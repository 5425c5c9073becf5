import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'

const places = { profile: 'プロフィール', device: 'このデバイスの設定' }

const skill = ({ skillName }: PromptWords) => skillName ?? 'このスキル'
const goOn = ({ purpose }: PromptWords) => purpose ?? '続ける'
const forPurpose = ({ purpose }: PromptWords) => (purpose === undefined ? '' : `${purpose}には、`)

/** `Table Talkが席を予約するには、` or `このスキルには、` */
const skillForPurpose = (words: PromptWords) => {
  if (words.purpose === undefined) return `${skill(words)}には、`
  return words.skillName === undefined ? forPurpose(words) : `${words.skillName}が${forPurpose(words)}`
}

/**
 * Japanese, which says です and ます. `purpose` is a verb in its plain form, as it precedes "には" and "ことができません":
 * `席を予約する`.
 */
export const ja = (): Language => ({
  // Two things are said with と; more are a plain list, as Intl has it.
  fieldList: (names, join) => (names.length === 2 ? names.join('と') : join(names)),
  prompts: {
    askForConsent: (words) =>
      `${forPurpose(words)}${skill(words)}に、${words.fieldList}へのアクセスを許可していただく必要があります。` +
      'Alexaアプリにカードを送りました。カードを開いて許可してから、もう一度お試しください。',
    askByVoice: (words) => `${skillForPurpose(words)}${words.fieldList}が必要です。`,
    finishInApp: () => 'Alexaアプリを開いて許可してから、もう一度お試しください。',
    askToFillIn: (words) =>
      `${skillForPurpose(words)}${words.fieldList}が必要ですが、登録されていないようです。` +
      `Alexaアプリにある${fillInPlace(words, places)}で登録してから、もう一度お試しください。`,
    speakerUnknown: (words) =>
      `${words.fieldList}が必要ですが、どなたの声か分かりませんでした。` +
      `Alexaアプリにある${places.profile}で声を登録してから、もう一度お試しください。`,
    tryLater: (words) =>
      `申し訳ありません。ただいま、Alexaから${words.fieldList}を取得できません。数分後に、もう一度お試しください。`,
    fixSkill: (words) =>
      `申し訳ありません。${skill(words)}に問題があるため、${goOn(words)}ことができません。` +
      'スキルの開発者による修正が必要です。',
    goOnWithout: (words) => `${words.fieldList}なしで続けます。`,
    cannotGoOn: (words) => `申し訳ありません。${words.fieldList}がないと、${goOn(words)}ことができません。`,
  },
})
