import type { ProfileField } from '../../fields/fields.js'
import type { Language, PromptWords } from './language.js'

/** All masculine; written the same in all cases. */
const yourFields: Readonly<Record<ProfileField, string>> = {
  name: 'اسمك الكامل',
  givenName: 'اسمك الأول',
  email: 'بريدك الإلكتروني',
  mobileNumber: 'رقم جوالك',
}

/** The suffix for one, for two and for more. */
const it = ({ fields }: PromptWords) => ['ه', 'هما'][fields.length - 1] ?? 'ها'

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
  fieldList: (fields, join) => join(fields.map((field) => yourFields[field])),
  prompts: {
    askForConsent: (words) =>
      `${skillNeeds(words)} إذنك لاستخدام ${words.fieldList}. ` +
      'تم إرسال بطاقة إلى تطبيق أليكسا. يرجى فتحها ومنح الإذن، ثم إعادة الطلب.',
    askByVoice: (words) => `${skillNeeds(words)} ${words.fieldList}.`,
    finishInApp: (words) => `يرجى فتح تطبيق أليكسا ومنح الإذن باستخدام ${words.fieldList}، ثم إعادة الطلب.`,
    askToFillIn: (words) =>
      `${skillNeeds(words)} ${words.fieldList}، ولكن لم أجد${it(words)} في حسابك على أمازون. ` +
      `يمكنك إضافت${it(words)} في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.`,
    speakerUnknown: (words) =>
      `أحتاج إلى ${words.fieldList}، ولكن لم أتعرف على صوتك. ` +
      'في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، يمكنك تعليم أليكسا التعرف على صوتك، ثم إعادة الطلب.',
    tryLater: (words) =>
      `عذرًا، لا يمكنني الحصول على ${words.fieldList} من أليكسا في الوقت الحالي. ` +
      'يرجى المحاولة مرة أخرى بعد بضع دقائق.',
    tooBusy: (words) => `عذرًا، ${skill(words)} مشغولة جدًا في الوقت الحالي. يرجى المحاولة مرة أخرى بعد بضع دقائق.`,
    fixSkill: (words) =>
      `عذرًا، هناك مشكلة في ${skill(words)}، ولذلك لا يمكنني ${goOn(words)}. ` +
      'الخطأ ليس من جهتك، وعلى مطوري المهارة إصلاحه.',
    goOnWithout: (words) => `سأتابع من دون ${words.fieldList}.`,
    cannotGoOn: (words) => `عذرًا، لا يمكنني ${goOn(words)} من دون ${words.fieldList}.`,
  },
})
