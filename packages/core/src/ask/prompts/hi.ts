import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'

const places = { profile: 'अपनी प्रोफ़ाइल', device: 'इस डिवाइस की सेटिंग्स' }

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
  fieldList: (names, join) => `आपका ${join(names)}`,
  prompts: {
    askForConsent: (words) =>
      `${skillForPurpose(words)} ${words.fieldList} इस्तेमाल करने की अनुमति चाहिए। ` +
      'आपके Alexa ऐप में एक कार्ड भेजा गया है। कृपया उसे खोलकर अनुमति दीजिए और फिर मुझसे दोबारा कहिए।',
    askByVoice: (words) => `${skillForPurpose(words)} ${words.fieldList} चाहिए।`,
    finishInApp: () => 'कृपया अपना Alexa ऐप खोलकर अनुमति दीजिए और फिर मुझसे दोबारा कहिए।',
    askToFillIn: (words) =>
      `${skillForPurpose(words)} ${words.fieldList} चाहिए। ` +
      `जो जानकारी मौजूद नहीं है, उसे Alexa ऐप में जाकर ${fillInPlace(words, places)} में जोड़ दीजिए और फिर मुझसे दोबारा कहिए।`,
    speakerUnknown: (words) =>
      `मुझे ${words.fieldList} चाहिए, लेकिन आपकी आवाज़ पहचान में नहीं आई। ` +
      `Alexa ऐप में जाकर ${places.profile} में Alexa को अपनी आवाज़ पहचानना सिखाइए और फिर मुझसे दोबारा कहिए।`,
    tryLater: (words) =>
      `माफ़ कीजिए, अभी Alexa से ${words.fieldList} नहीं मिल पा ${oneOrMore(words, 'रहा है', 'रहे हैं')}। ` +
      'कृपया कुछ मिनट बाद फिर कोशिश कीजिए।',
    fixSkill: (words) =>
      `माफ़ कीजिए, ${skill(words)} में कुछ गड़बड़ है, इसलिए ${cannot(words)}। इसे स्किल बनाने वालों को ठीक करना होगा।`,
    goOnWithout: (words) => `${words.fieldList} लिए बिना आगे बढ़ते हैं।`,
    cannotGoOn: (words) => `माफ़ कीजिए, ${words.fieldList} मिले बिना ${cannot(words)}।`,
  },
})
