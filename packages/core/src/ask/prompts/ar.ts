import { areFeminine, wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'

/** The suffix for one, for two and for more. */
const it = ({ fields }: PromptWords) => {
  const one = areFeminine(fields.map((field) => wordsOf(field, 'ar'))) ? 'ها' : 'ه'
  return [one, 'هما'][fields.length - 1] ?? 'ها'
}

const notFoundIn = {
  profile: 'في حسابك على أمازون',
  device: 'في إعدادات هذا الجهاز',
  both: 'في حسابك على أمازون أو في إعدادات هذا الجهاز',
}
const addIn = {
  profile: 'في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي',
  device: 'في تطبيق أليكسا، ضمن إعدادات هذا الجهاز',
  both: 'في تطبيق أليكسا، ضمن ملفك الشخصي وإعدادات هذا الجهاز',
}

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
  fieldList: (fields, join) => join(fields.map((field) => wordsOf(field, 'ar').text)),
  prompts: {
    askForConsent: (words) =>
      `${skillNeeds(words)} إذنك لاستخدام ${words.fieldList}. ` +
      'تم إرسال بطاقة إلى تطبيق أليكسا. يرجى فتحها ومنح الإذن، ثم إعادة الطلب.',
    askByVoice: (words) => `${skillNeeds(words)} ${words.fieldList}.`,
    finishInApp: (words) => `يرجى فتح تطبيق أليكسا ومنح الإذن باستخدام ${words.fieldList}، ثم إعادة الطلب.`,
    askToFillIn: (words) =>
      `${skillNeeds(words)} ${words.fieldList}، ولكن لم أجد${it(words)} ${notFoundIn[words.fillInAt]}. ` +
      `يمكنك إضافت${it(words)} ${addIn[words.fillInAt]}، ثم إعادة الطلب.`,
    speakerUnknown: (words) =>
      `أحتاج إلى ${words.fieldList}، ولكن لم أتعرف على صوتك. ` +
      'في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، يمكنك تعليم أليكسا التعرف على صوتك، ثم إعادة الطلب.',
    tryLater: (words) =>
      `عذرًا، لا يمكنني الحصول على ${words.fieldList} من أليكسا في الوقت الحالي. ` +
      'يرجى المحاولة مرة أخرى بعد بضع دقائق.',
    fixSkill: (words) =>
      `عذرًا، هناك مشكلة في ${skill(words)}، ولذلك لا يمكنني ${goOn(words)}. ` +
      'الخطأ ليس من جهتك، وعلى مطوري المهارة إصلاحه.',
    goOnWithout: (words) => `سأتابع من دون ${words.fieldList}.`,
    cannotGoOn: (words) => `عذرًا، لا يمكنني ${goOn(words)} من دون ${words.fieldList}.`,
  },
})
