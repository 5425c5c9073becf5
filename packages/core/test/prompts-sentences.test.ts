import { describe, expect, it } from 'vitest'
import { tableTalkSays } from './support/table-talk.js'

describe('prompts of Table Talk for a given name and an email address', () => {
  it('in Arabic', () => {
    expect(tableTalkSays('ar-SA')).toMatchInlineSnapshot(`
      {
        "askByVoice": "من أجل حجز طاولتك، تحتاج مهارة Table Talk إلى اسمك الأول وبريدك الإلكتروني.",
        "askForConsent": "من أجل حجز طاولتك، تحتاج مهارة Table Talk إلى إذنك لاستخدام اسمك الأول وبريدك الإلكتروني. تم إرسال بطاقة إلى تطبيق أليكسا. يرجى فتحها ومنح الإذن، ثم إعادة الطلب.",
        "askToFillIn": "من أجل حجز طاولتك، تحتاج مهارة Table Talk إلى اسمك الأول وبريدك الإلكتروني. يرجى إضافة المعلومات الناقصة في تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.",
        "cannotGoOn": "عذرًا، لا يمكنني حجز طاولتك من دون اسمك الأول وبريدك الإلكتروني.",
        "finishInApp": "يرجى فتح تطبيق أليكسا ومنح الإذن، ثم إعادة الطلب.",
        "fixSkill": "عذرًا، هناك مشكلة في مهارة Table Talk، ولذلك لا يمكنني حجز طاولتك. على مطوري المهارة إصلاح ذلك.",
        "goOnWithout": "سأتابع من دون اسمك الأول وبريدك الإلكتروني.",
        "speakerUnknown": "أحتاج إلى اسمك الأول ورقم جوالك، ولكن لم أتعرف على صوتك. يمكنك تعليم أليكسا التعرف عليه في تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.",
        "tryLater": "عذرًا، لا يمكنني الحصول على اسمك الأول وبريدك الإلكتروني من أليكسا في الوقت الحالي. يرجى المحاولة مرة أخرى بعد بضع دقائق.",
      }
    `)
  })

  it('in German', () => {
    expect(tableTalkSays('de-DE')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Um deinen Tisch zu reservieren, braucht Table Talk deinen Vornamen und deine E-Mail-Adresse.",
        "askForConsent": "Um deinen Tisch zu reservieren, braucht Table Talk deine Erlaubnis, deinen Vornamen und deine E-Mail-Adresse zu verwenden. Ich habe dir eine Karte in deine Alexa-App geschickt. Bitte öffne sie, erteile die Erlaubnis und frag mich dann noch einmal.",
        "askToFillIn": "Um deinen Tisch zu reservieren, braucht Table Talk deinen Vornamen und deine E-Mail-Adresse. Bitte trag in der Alexa-App in deinem Profil nach, was fehlt, und frag mich dann noch einmal.",
        "cannotGoOn": "Tut mir leid, ohne deinen Vornamen und deine E-Mail-Adresse ist es mir nicht möglich, deinen Tisch zu reservieren.",
        "finishInApp": "Bitte öffne deine Alexa-App, erteile dort die Erlaubnis und frag mich dann noch einmal.",
        "fixSkill": "Tut mir leid, mit Table Talk stimmt etwas nicht. Deshalb ist es mir nicht möglich, deinen Tisch zu reservieren. Das Team hinter dem Skill muss das beheben.",
        "goOnWithout": "Ich mache ohne deinen Vornamen und deine E-Mail-Adresse weiter.",
        "speakerUnknown": "Ich brauche deinen Vornamen und deine Handynummer, aber ich habe deine Stimme nicht erkannt. Bring sie Alexa in der Alexa-App in deinem Profil bei und frag mich dann noch einmal.",
        "tryLater": "Tut mir leid, ich kann deinen Vornamen und deine E-Mail-Adresse gerade nicht bei Alexa abrufen. Bitte versuch es in ein paar Minuten noch einmal.",
      }
    `)
  })

  it('in English', () => {
    expect(tableTalkSays('en-US')).toMatchInlineSnapshot(`
      {
        "askByVoice": "To book your table, Table Talk needs your first name and email address.",
        "askForConsent": "To book your table, Table Talk needs your permission to use your first name and email address. I've sent a card to your Alexa app. Please open it, give your permission, and then ask me again.",
        "askToFillIn": "To book your table, Table Talk needs your first name and email address. Please add what's missing in the Alexa app, in your profile, and then ask me again.",
        "cannotGoOn": "Sorry, without your first name and email address I can't book your table.",
        "finishInApp": "Please open your Alexa app, give your permission there, and then ask me again.",
        "fixSkill": "Sorry, there's a problem with Table Talk, so I can't book your table. Its developer needs to fix it.",
        "goOnWithout": "I'll continue without your first name and email address.",
        "speakerUnknown": "I need your first name and mobile number, but I didn't recognize your voice. Please set up your voice ID in the Alexa app, in your profile, and then ask me again.",
        "tryLater": "Sorry, I can't get your first name and email address from Alexa right now. Please try again in a few minutes.",
      }
    `)
  })

  it('in Spanish in America', () => {
    expect(tableTalkSays('es-MX')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Para reservar tu mesa, Table Talk necesita tu nombre y tu correo electrónico.",
        "askForConsent": "Para reservar tu mesa, Table Talk necesita tu permiso para usar tu nombre y tu correo electrónico. Encontrarás una tarjeta en la app de Alexa. Por favor, ábrela, da tu permiso y vuelve a pedírmelo.",
        "askToFillIn": "Para reservar tu mesa, Table Talk necesita tu nombre y tu correo electrónico. Por favor, agrega lo que falta en la app de Alexa, en tu perfil, y vuelve a pedírmelo.",
        "cannotGoOn": "Lo siento, sin tu nombre y tu correo electrónico no puedo reservar tu mesa.",
        "finishInApp": "Por favor, abre la app de Alexa, da tu permiso y vuelve a pedírmelo.",
        "fixSkill": "Lo siento, hay un problema con Table Talk y no puedo reservar tu mesa. El equipo que creó la skill tiene que solucionarlo.",
        "goOnWithout": "Continuaré sin tu nombre y tu correo electrónico.",
        "speakerUnknown": "Necesito tu nombre y tu número de celular, pero no reconozco tu voz. Por favor, enséñasela a Alexa en la app de Alexa, en tu perfil, y vuelve a pedírmelo.",
        "tryLater": "Lo siento, en este momento Alexa tiene problemas para darme tu nombre y tu correo electrónico. Inténtalo de nuevo en unos minutos.",
      }
    `)
  })

  it('in Spanish in Spain', () => {
    expect(tableTalkSays('es-ES')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Para reservar tu mesa, Table Talk necesita tu nombre y tu correo electrónico.",
        "askForConsent": "Para reservar tu mesa, Table Talk necesita tu permiso para usar tu nombre y tu correo electrónico. Encontrarás una tarjeta en la app de Alexa. Por favor, ábrela, da tu permiso y vuelve a pedírmelo.",
        "askToFillIn": "Para reservar tu mesa, Table Talk necesita tu nombre y tu correo electrónico. Por favor, añade lo que falta en la app de Alexa, en tu perfil, y vuelve a pedírmelo.",
        "cannotGoOn": "Lo siento, sin tu nombre y tu correo electrónico no puedo reservar tu mesa.",
        "finishInApp": "Por favor, abre la app de Alexa, da tu permiso y vuelve a pedírmelo.",
        "fixSkill": "Lo siento, hay un problema con Table Talk y no puedo reservar tu mesa. El equipo que creó la skill tiene que solucionarlo.",
        "goOnWithout": "Continuaré sin tu nombre y tu correo electrónico.",
        "speakerUnknown": "Necesito tu nombre y tu número de móvil, pero no reconozco tu voz. Por favor, enséñasela a Alexa en la app de Alexa, en tu perfil, y vuelve a pedírmelo.",
        "tryLater": "Lo siento, en este momento Alexa tiene problemas para darme tu nombre y tu correo electrónico. Inténtalo de nuevo en unos minutos.",
      }
    `)
  })

  it('in French', () => {
    expect(tableTalkSays('fr-FR')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Pour réserver votre table, Table Talk a besoin de votre prénom et de votre adresse e-mail.",
        "askForConsent": "Pour réserver votre table, Table Talk a besoin que vous l'autorisiez à utiliser votre prénom et votre adresse e-mail. Je vous ai envoyé une carte dans l'application Alexa. Veuillez l'ouvrir, donner votre autorisation, puis refaire votre demande.",
        "askToFillIn": "Pour réserver votre table, Table Talk a besoin de votre prénom et de votre adresse e-mail. Veuillez ajouter ce qui manque dans l'application Alexa, dans votre profil, puis refaire votre demande.",
        "cannotGoOn": "Désolée, sans votre prénom et votre adresse e-mail, je ne peux pas réserver votre table.",
        "finishInApp": "Veuillez ouvrir l'application Alexa, y donner votre autorisation, puis refaire votre demande.",
        "fixSkill": "Désolée, il y a un problème avec Table Talk et je ne peux pas réserver votre table. C'est à l'équipe qui a créé la skill de le résoudre.",
        "goOnWithout": "Je continue sans votre prénom et votre adresse e-mail.",
        "speakerUnknown": "J'ai besoin de votre prénom et de votre numéro de portable, mais je n'ai pas reconnu votre voix. Veuillez apprendre à Alexa à la reconnaître dans l'application Alexa, dans votre profil, puis refaire votre demande.",
        "tryLater": "Désolée, je n'arrive pas à obtenir votre prénom et votre adresse e-mail auprès d'Alexa pour le moment. Veuillez réessayer dans quelques minutes.",
      }
    `)
  })

  it('in French in Canada', () => {
    expect(tableTalkSays('fr-CA')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Pour réserver votre table, Table Talk a besoin de votre prénom et de votre adresse courriel.",
        "askForConsent": "Pour réserver votre table, Table Talk a besoin que vous l'autorisiez à utiliser votre prénom et votre adresse courriel. Je vous ai envoyé une carte dans l'application Alexa. Veuillez l'ouvrir, donner votre autorisation, puis refaire votre demande.",
        "askToFillIn": "Pour réserver votre table, Table Talk a besoin de votre prénom et de votre adresse courriel. Veuillez ajouter ce qui manque dans l'application Alexa, dans votre profil, puis refaire votre demande.",
        "cannotGoOn": "Désolée, sans votre prénom et votre adresse courriel, je ne peux pas réserver votre table.",
        "finishInApp": "Veuillez ouvrir l'application Alexa, y donner votre autorisation, puis refaire votre demande.",
        "fixSkill": "Désolée, il y a un problème avec Table Talk et je ne peux pas réserver votre table. C'est à l'équipe qui a créé la skill de le résoudre.",
        "goOnWithout": "Je continue sans votre prénom et votre adresse courriel.",
        "speakerUnknown": "J'ai besoin de votre prénom et de votre numéro de cellulaire, mais je n'ai pas reconnu votre voix. Veuillez apprendre à Alexa à la reconnaître dans l'application Alexa, dans votre profil, puis refaire votre demande.",
        "tryLater": "Désolée, je n'arrive pas à obtenir votre prénom et votre adresse courriel auprès d'Alexa pour le moment. Veuillez réessayer dans quelques minutes.",
      }
    `)
  })

  it('in Hindi', () => {
    expect(tableTalkSays('hi-IN')).toMatchInlineSnapshot(`
      {
        "askByVoice": "आपकी टेबल बुक करने के लिए Table Talk को आपका पहला नाम और ईमेल एड्रेस चाहिए।",
        "askForConsent": "आपकी टेबल बुक करने के लिए Table Talk को आपका पहला नाम और ईमेल एड्रेस इस्तेमाल करने की अनुमति चाहिए। आपके Alexa ऐप में एक कार्ड भेजा गया है। कृपया उसे खोलकर अनुमति दीजिए और फिर मुझसे दोबारा कहिए।",
        "askToFillIn": "आपकी टेबल बुक करने के लिए Table Talk को आपका पहला नाम और ईमेल एड्रेस चाहिए। जो जानकारी मौजूद नहीं है, उसे Alexa ऐप में जाकर अपनी प्रोफ़ाइल में जोड़ दीजिए और फिर मुझसे दोबारा कहिए।",
        "cannotGoOn": "माफ़ कीजिए, आपका पहला नाम और ईमेल एड्रेस मिले बिना आपकी टेबल बुक करने का काम नहीं हो पाएगा।",
        "finishInApp": "कृपया अपना Alexa ऐप खोलकर अनुमति दीजिए और फिर मुझसे दोबारा कहिए।",
        "fixSkill": "माफ़ कीजिए, Table Talk में कुछ गड़बड़ है, इसलिए आपकी टेबल बुक करने का काम नहीं हो पाएगा। इसे स्किल बनाने वालों को ठीक करना होगा।",
        "goOnWithout": "आपका पहला नाम और ईमेल एड्रेस लिए बिना आगे बढ़ते हैं।",
        "speakerUnknown": "मुझे आपका पहला नाम और मोबाइल नंबर चाहिए, लेकिन आपकी आवाज़ पहचान में नहीं आई। Alexa ऐप में जाकर अपनी प्रोफ़ाइल में Alexa को अपनी आवाज़ पहचानना सिखाइए और फिर मुझसे दोबारा कहिए।",
        "tryLater": "माफ़ कीजिए, अभी Alexa से आपका पहला नाम और ईमेल एड्रेस नहीं मिल पा रहे हैं। कृपया कुछ मिनट बाद फिर कोशिश कीजिए।",
      }
    `)
  })

  it('in Italian', () => {
    expect(tableTalkSays('it-IT')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Per prenotare il tuo tavolo, Table Talk richiede il tuo nome e il tuo indirizzo email.",
        "askForConsent": "Per prenotare il tuo tavolo, Table Talk ha bisogno del permesso di usare il tuo nome e il tuo indirizzo email. Ti ho inviato una scheda nell'app Alexa. Per favore, aprila, dai il tuo permesso e poi chiedimelo di nuovo.",
        "askToFillIn": "Per prenotare il tuo tavolo, Table Talk richiede il tuo nome e il tuo indirizzo email. Per favore, aggiungi ciò che manca nell'app Alexa, nel tuo profilo, e poi chiedimelo di nuovo.",
        "cannotGoOn": "Mi dispiace, senza il tuo nome e il tuo indirizzo email non posso prenotare il tuo tavolo.",
        "finishInApp": "Per favore, apri l'app Alexa, dai il tuo permesso e poi chiedimelo di nuovo.",
        "fixSkill": "Mi dispiace, c'è un problema con Table Talk e non posso prenotare il tuo tavolo. Deve risolverlo chi ha creato la skill.",
        "goOnWithout": "Continuo senza il tuo nome e il tuo indirizzo email.",
        "speakerUnknown": "Mi occorre sapere il tuo nome e il tuo numero di cellulare, ma non ho riconosciuto la tua voce. Per favore, insegnala ad Alexa nell'app Alexa, nel tuo profilo, e poi chiedimelo di nuovo.",
        "tryLater": "Mi dispiace, al momento non riesco a ottenere il tuo nome e il tuo indirizzo email da Alexa. Riprova tra qualche minuto.",
      }
    `)
  })

  it('in Japanese', () => {
    expect(tableTalkSays('ja-JP')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Table Talkが席を予約するには、下のお名前とメールアドレスが必要です。",
        "askForConsent": "席を予約するには、Table Talkに、下のお名前とメールアドレスへのアクセスを許可していただく必要があります。Alexaアプリにカードを送りました。カードを開いて許可してから、もう一度お試しください。",
        "askToFillIn": "Table Talkが席を予約するには、下のお名前とメールアドレスが必要ですが、登録されていないようです。Alexaアプリにあるプロフィールで登録してから、もう一度お試しください。",
        "cannotGoOn": "申し訳ありません。下のお名前とメールアドレスがないと、席を予約することができません。",
        "finishInApp": "Alexaアプリを開いて許可してから、もう一度お試しください。",
        "fixSkill": "申し訳ありません。Table Talkに問題があるため、席を予約することができません。スキルの開発者による修正が必要です。",
        "goOnWithout": "下のお名前とメールアドレスなしで続けます。",
        "speakerUnknown": "下のお名前と携帯電話番号が必要ですが、どなたの声か分かりませんでした。Alexaアプリにあるプロフィールで声を登録してから、もう一度お試しください。",
        "tryLater": "申し訳ありません。ただいま、Alexaから下のお名前とメールアドレスを取得できません。数分後に、もう一度お試しください。",
      }
    `)
  })

  it('in Dutch', () => {
    expect(tableTalkSays('nl-NL')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Om je tafel te reserveren, heeft Table Talk je voornaam en je e-mailadres nodig.",
        "askForConsent": "Om je tafel te reserveren, heeft Table Talk je toestemming nodig om je voornaam en je e-mailadres te gebruiken. Ik heb een kaart naar je Alexa-app gestuurd. Open de kaart, geef toestemming en vraag het me daarna opnieuw.",
        "askToFillIn": "Om je tafel te reserveren, heeft Table Talk je voornaam en je e-mailadres nodig. Vul in de Alexa-app, bij je profiel, aan wat er ontbreekt en vraag het me daarna opnieuw.",
        "cannotGoOn": "Sorry, zonder je voornaam en je e-mailadres lukt het me niet om je tafel te reserveren.",
        "finishInApp": "Open je Alexa-app, geef daar toestemming en vraag het me daarna opnieuw.",
        "fixSkill": "Sorry, er is iets mis met Table Talk en daarom lukt het me niet om je tafel te reserveren. De makers van de skill moeten het oplossen.",
        "goOnWithout": "Ik ga verder zonder je voornaam en je e-mailadres.",
        "speakerUnknown": "Ik heb je voornaam en je mobiele nummer nodig, maar ik heb je stem niet herkend. Leer Alexa je stem in de Alexa-app, bij je profiel, en vraag het me daarna opnieuw.",
        "tryLater": "Sorry, het lukt me nu niet om je voornaam en je e-mailadres bij Alexa op te halen. Probeer het over een paar minuten opnieuw.",
      }
    `)
  })

  it('in Portuguese', () => {
    expect(tableTalkSays('pt-BR')).toMatchInlineSnapshot(`
      {
        "askByVoice": "Para reservar sua mesa, Table Talk precisa de seu primeiro nome e de seu e-mail.",
        "askForConsent": "Para reservar sua mesa, Table Talk precisa da sua permissão para usar seu primeiro nome e seu e-mail. Enviei um cartão para o aplicativo Alexa. Abra o cartão, dê sua permissão e depois peça de novo.",
        "askToFillIn": "Para reservar sua mesa, Table Talk precisa de seu primeiro nome e de seu e-mail. Por favor, adicione o que falta no aplicativo Alexa, no seu perfil, e depois peça de novo.",
        "cannotGoOn": "Desculpe, sem seu primeiro nome e seu e-mail não consigo reservar sua mesa.",
        "finishInApp": "Abra o aplicativo Alexa, dê sua permissão e depois peça de novo.",
        "fixSkill": "Desculpe, há um problema com Table Talk e não consigo reservar sua mesa. Quem criou a skill precisa resolver isso.",
        "goOnWithout": "Vou continuar sem seu primeiro nome e seu e-mail.",
        "speakerUnknown": "Preciso de seu primeiro nome e de seu número de celular, mas não reconheci sua voz. Por favor, ensine a Alexa a reconhecê-la no aplicativo Alexa, no seu perfil, e depois peça de novo.",
        "tryLater": "Desculpe, no momento a Alexa não consegue me informar seu primeiro nome e seu e-mail. Tente de novo em alguns minutos.",
      }
    `)
  })
})
