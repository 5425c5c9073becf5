import { wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'

/** All nouns are masculine, with `आपका` before the first. */
const oblique = ({ fields, join }: PromptWords) =>
  join(
    fields.map((field) => {
      const { text, oblique = text } = wordsOf(field, 'hi')
      return oblique
    }),
  )

const notFoundIn = {
  profile: 'आपके Amazon अकाउंट में',
  device: 'इस डिवाइस की सेटिंग्स में',
  both: 'आपके Amazon अकाउंट या इस डिवाइस की सेटिंग्स में',
}
const addIn = {
  profile: 'Alexa ऐप की सेटिंग्स में जाकर अपनी प्रोफ़ाइल में',
  device: 'Alexa ऐप में जाकर इस डिवाइस की सेटिंग्स में',
  both: 'Alexa ऐप में जाकर अपनी प्रोफ़ाइल और इस डिवाइस की सेटिंग्स में',
}

const oneOrMore = ({ fields }: PromptWords, one: string, more: string) => (fields.length > 1 ? more : one)
const skill = ({ skillName }: PromptWords) => skillName ?? 'इस स्किल'
const skillForPurpose = (words: PromptWords) =>
  words.purpose === undefined ? `${skill(words)} को` : `${words.purpose} के लिए ${skill(words)} को`
const cannot = ({ purpose }: PromptWords) =>
  purpose === undefined ? 'काम आगे नहीं बढ़ पाएगा' : `${purpose} का काम नहीं हो पाएगा`

/**
 * Hindi, which says आप; worded so that neither Alexa nor the customer needs a gender. `purpose` is an infinitive in its
 * oblique form, as it precedes "के लिए": `आपकी टेबल बुक करने`.
 */
export const hi = (): Language => ({
  fieldList: (fields, join) => `आपका ${join(fields.map((field) => wordsOf(field, 'hi').text))}`,
  prompts: {
    askForConsent: (words) =>
      `${skillForPurpose(words)} आपके ${oblique(words)} के इस्तेमाल की अनुमति चाहिए। ` +
      'आपके Alexa ऐप में एक कार्ड भेजा गया है। कृपया उसे खोलकर अनुमति दीजिए और फिर मुझसे दोबारा कहिए।',
    askByVoice: (words) => `${skillForPurpose(words)} ${words.fieldList} चाहिए।`,
    finishInApp: (words) =>
      `कृपया अपना Alexa ऐप खोलिए और वहाँ अपने ${oblique(words)} के इस्तेमाल की अनुमति दीजिए। फिर मुझसे दोबारा कहिए।`,
    askToFillIn: (words) =>
      `${skillForPurpose(words)} ${words.fieldList} चाहिए, ` +
      `लेकिन ${oneOrMore(words, 'यह', 'ये')} ${notFoundIn[words.fillInAt]} नहीं ${oneOrMore(words, 'मिला', 'मिले')}। ` +
      `${oneOrMore(words, 'इसे', 'इन्हें')} ${addIn[words.fillInAt]} जोड़ दीजिए ` +
      'और फिर मुझसे दोबारा कहिए।',
    speakerUnknown: (words) =>
      `मुझे ${words.fieldList} चाहिए, लेकिन आपकी आवाज़ पहचान में नहीं आई। ` +
      'Alexa ऐप की सेटिंग्स में जाकर अपनी प्रोफ़ाइल में Alexa को अपनी आवाज़ पहचानना सिखाइए ' +
      'और फिर मुझसे दोबारा कहिए।',
    tryLater: (words) =>
      `माफ़ कीजिए, अभी Alexa से ${words.fieldList} नहीं मिल पा ${oneOrMore(words, 'रहा है', 'रहे हैं')}। ` +
      'कृपया कुछ मिनट बाद फिर कोशिश कीजिए।',
    fixSkill: (words) =>
      `माफ़ कीजिए, ${skill(words)} में कुछ गड़बड़ है, इसलिए ${cannot(words)}। ` +
      'इसमें आपकी कोई गलती नहीं है। इसे स्किल बनाने वालों को ठीक करना होगा।',
    goOnWithout: (words) => `आपके ${oblique(words)} के बिना आगे बढ़ते हैं।`,
    cannotGoOn: (words) => `माफ़ कीजिए, आपके ${oblique(words)} के बिना ${cannot(words)}।`,
  },
})
