import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'

const places = { profile: 'ملفك الشخصي', device: 'إعدادات هذا الجهاز' }

/** With the word for "skill" the verb can always be feminine, whatever the name is. */
const skill = ({ skillName }: PromptWords) => (skillName === undefined ? 'هذه المهارة' : `مهارة ${skillName}`)
const skillNeeds = (words: PromptWords) =>
  words.purpose === undefined ? `تحتاج ${skill(words)} إلى` : `من أجل ${words.purpose}، تحتاج ${skill(words)} إلى`
const goOn = ({ purpose }: PromptWords) => purpose ?? 'المتابعة'

/**
 * Arabic, in its standard form, worded so that the customer is neither addressed as a man nor as a woman. `purpose` is
 * a verbal noun, as it follows "من أجل" and "لا يمكنني": `حجز طاولتك`.
 */
export const ar = (): Language => ({
  prompts: {
    askForConsent: (words) =>
      `${skillNeeds(words)} إذنك لاستخدام ${words.fieldList}. ` +
      'تم إرسال بطاقة إلى تطبيق أليكسا. يرجى فتحها ومنح الإذن، ثم إعادة الطلب.',
    askByVoice: (words) => `${skillNeeds(words)} ${words.fieldList}.`,
    finishInApp: () => 'يرجى فتح تطبيق أليكسا ومنح الإذن، ثم إعادة الطلب.',
    askToFillIn: (words) =>
      `${skillNeeds(words)} ${words.fieldList}. ` +
      `يرجى إضافة المعلومات الناقصة في تطبيق أليكسا، ضمن ${fillInPlace(words, places)}، ثم إعادة الطلب.`,
    speakerUnknown: (words) =>
      `أحتاج إلى ${words.fieldList}، ولكن لم أتعرف على صوتك. ` +
      `يمكنك تعليم أليكسا التعرف عليه في تطبيق أليكسا، ضمن ${places.profile}، ثم إعادة الطلب.`,
    tryLater: (words) =>
      `عذرًا، لا يمكنني الحصول على ${words.fieldList} من أليكسا في الوقت الحالي. ` +
      'يرجى المحاولة مرة أخرى بعد بضع دقائق.',
    fixSkill: (words) =>
      `عذرًا، هناك مشكلة في ${skill(words)}، ولذلك لا يمكنني ${goOn(words)}. على مطوري المهارة إصلاح ذلك.`,
    goOnWithout: (words) => `سأتابع من دون ${words.fieldList}.`,
    cannotGoOn: (words) => `عذرًا، لا يمكنني ${goOn(words)} من دون ${words.fieldList}.`,
  },
})
