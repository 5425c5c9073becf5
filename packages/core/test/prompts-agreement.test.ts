import { describe, expect, it } from 'vitest'
import { type ProfileField, prompts } from '../src/index.js'
import { type AlexaLocale, allPrompts } from './support/table-talk.js'

/** What changes with number and gender, without a purpose or a name for the skill. */
function agreement(locale: AlexaLocale) {
  const names: readonly ProfileField[] = ['name', 'givenName', 'email', 'mobileNumber']
  const requests: (readonly ProfileField[])[] = [...names.map((field) => [field]), names]
  const { fixSkill, cannotGoOn } = allPrompts(locale, ['email'])
  return [...requests.map(prompts(locale).askToFillIn), fixSkill, cannotGoOn]
}

describe('what agrees in number and gender', () => {
  it('in Arabic', () => {
    expect(agreement('ar-SA')).toMatchInlineSnapshot(`
      [
        "تحتاج هذه المهارة إلى اسمك الكامل، ولكن لم أجده في حسابك على أمازون. يمكنك إضافته في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.",
        "تحتاج هذه المهارة إلى اسمك الأول، ولكن لم أجده في حسابك على أمازون. يمكنك إضافته في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.",
        "تحتاج هذه المهارة إلى بريدك الإلكتروني، ولكن لم أجده في حسابك على أمازون. يمكنك إضافته في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.",
        "تحتاج هذه المهارة إلى رقم جوالك، ولكن لم أجده في حسابك على أمازون. يمكنك إضافته في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.",
        "تحتاج هذه المهارة إلى اسمك الكامل واسمك الأول وبريدك الإلكتروني ورقم جوالك، ولكن لم أجدها في حسابك على أمازون. يمكنك إضافتها في إعدادات تطبيق أليكسا، ضمن ملفك الشخصي، ثم إعادة الطلب.",
        "عذرًا، هناك مشكلة في هذه المهارة، ولذلك لا يمكنني المتابعة. الخطأ ليس من جهتك، وعلى مطوري المهارة إصلاحه.",
        "عذرًا، لا يمكنني المتابعة من دون بريدك الإلكتروني.",
      ]
    `)
  })

  it('in German', () => {
    expect(agreement('de-DE')).toMatchInlineSnapshot(`
      [
        "Dieser Skill braucht deinen vollständigen Namen, aber ich finde ihn nicht in deinem Amazon-Konto. Du kannst ihn in den Einstellungen der Alexa-App unter deinem Profil eintragen. Frag mich dann noch einmal.",
        "Dieser Skill braucht deinen Vornamen, aber ich finde ihn nicht in deinem Amazon-Konto. Du kannst ihn in den Einstellungen der Alexa-App unter deinem Profil eintragen. Frag mich dann noch einmal.",
        "Dieser Skill braucht deine E-Mail-Adresse, aber ich finde sie nicht in deinem Amazon-Konto. Du kannst sie in den Einstellungen der Alexa-App unter deinem Profil eintragen. Frag mich dann noch einmal.",
        "Dieser Skill braucht deine Handynummer, aber ich finde sie nicht in deinem Amazon-Konto. Du kannst sie in den Einstellungen der Alexa-App unter deinem Profil eintragen. Frag mich dann noch einmal.",
        "Dieser Skill braucht deinen vollständigen Namen, deinen Vornamen, deine E-Mail-Adresse und deine Handynummer, aber ich finde sie nicht in deinem Amazon-Konto. Du kannst sie in den Einstellungen der Alexa-App unter deinem Profil eintragen. Frag mich dann noch einmal.",
        "Tut mir leid, mit diesem Skill stimmt etwas nicht. Deshalb kann ich nicht weitermachen. Du kannst nichts dafür. Das Team hinter dem Skill muss das beheben.",
        "Tut mir leid, ohne deine E-Mail-Adresse kann ich nicht weitermachen.",
      ]
    `)
  })

  it('in English', () => {
    expect(agreement('en-US')).toMatchInlineSnapshot(`
      [
        "This skill needs your full name, but I can't find it in your Amazon account. You can add it in the Alexa app, under Settings, Your Profile. Then ask me again.",
        "This skill needs your first name, but I can't find it in your Amazon account. You can add it in the Alexa app, under Settings, Your Profile. Then ask me again.",
        "This skill needs your email address, but I can't find it in your Amazon account. You can add it in the Alexa app, under Settings, Your Profile. Then ask me again.",
        "This skill needs your mobile number, but I can't find it in your Amazon account. You can add it in the Alexa app, under Settings, Your Profile. Then ask me again.",
        "This skill needs your full name, first name, email address, and mobile number, but I can't find them in your Amazon account. You can add them in the Alexa app, under Settings, Your Profile. Then ask me again.",
        "Sorry, something is wrong with this skill, so I can't go on. It's not your fault, and the people who make it have to fix it.",
        "Sorry, without your email address I can't go on.",
      ]
    `)
  })

  it('in Spanish in America', () => {
    expect(agreement('es-MX')).toMatchInlineSnapshot(`
      [
        "Esta skill necesita tu nombre completo, pero no lo encuentro en tu cuenta de Amazon. Puedes agregarlo en la configuración de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu nombre, pero no lo encuentro en tu cuenta de Amazon. Puedes agregarlo en la configuración de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu correo electrónico, pero no lo encuentro en tu cuenta de Amazon. Puedes agregarlo en la configuración de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu número de celular, pero no lo encuentro en tu cuenta de Amazon. Puedes agregarlo en la configuración de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu nombre completo, tu nombre, tu correo electrónico y tu número de celular, pero no los encuentro en tu cuenta de Amazon. Puedes agregarlos en la configuración de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Lo siento, hay un problema con esta skill y no puedo continuar. No es culpa tuya. El equipo que creó la skill tiene que solucionarlo.",
        "Lo siento, sin tu correo electrónico no puedo continuar.",
      ]
    `)
  })

  it('in Spanish in Spain', () => {
    expect(agreement('es-ES')).toMatchInlineSnapshot(`
      [
        "Esta skill necesita tu nombre completo, pero no lo encuentro en tu cuenta de Amazon. Puedes añadirlo en los ajustes de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu nombre, pero no lo encuentro en tu cuenta de Amazon. Puedes añadirlo en los ajustes de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu correo electrónico, pero no lo encuentro en tu cuenta de Amazon. Puedes añadirlo en los ajustes de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu número de móvil, pero no lo encuentro en tu cuenta de Amazon. Puedes añadirlo en los ajustes de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Esta skill necesita tu nombre completo, tu nombre, tu correo electrónico y tu número de móvil, pero no los encuentro en tu cuenta de Amazon. Puedes añadirlos en los ajustes de la app de Alexa, en tu perfil. Después, vuelve a pedírmelo.",
        "Lo siento, hay un problema con esta skill y no puedo continuar. No es culpa tuya. El equipo que creó la skill tiene que solucionarlo.",
        "Lo siento, sin tu correo electrónico no puedo continuar.",
      ]
    `)
  })

  it('in French', () => {
    expect(agreement('fr-FR')).toMatchInlineSnapshot(`
      [
        "Cette skill a besoin de votre nom complet, mais je ne le trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre prénom, mais je ne le trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre adresse e-mail, mais je ne la trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre numéro de portable, mais je ne le trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre nom complet, de votre prénom, de votre adresse e-mail et de votre numéro de portable, mais je ne les trouve pas dans votre compte Amazon. Vous pouvez les ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Désolée, il y a un problème avec cette skill et je ne peux pas continuer. Vous n'y êtes pour rien. C'est à l'équipe qui a créé la skill de le résoudre.",
        "Désolée, sans votre adresse e-mail, je ne peux pas continuer.",
      ]
    `)
  })

  it('in French in Canada', () => {
    expect(agreement('fr-CA')).toMatchInlineSnapshot(`
      [
        "Cette skill a besoin de votre nom complet, mais je ne le trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre prénom, mais je ne le trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre adresse courriel, mais je ne la trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre numéro de cellulaire, mais je ne le trouve pas dans votre compte Amazon. Vous pouvez l'ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Cette skill a besoin de votre nom complet, de votre prénom, de votre adresse courriel et de votre numéro de cellulaire, mais je ne les trouve pas dans votre compte Amazon. Vous pouvez les ajouter dans les paramètres de l'application Alexa, dans votre profil. Ensuite, refaites votre demande.",
        "Désolée, il y a un problème avec cette skill et je ne peux pas continuer. Vous n'y êtes pour rien. C'est à l'équipe qui a créé la skill de le résoudre.",
        "Désolée, sans votre adresse courriel, je ne peux pas continuer.",
      ]
    `)
  })

  it('in Hindi', () => {
    expect(agreement('hi-IN')).toMatchInlineSnapshot(`
      [
        "इस स्किल को आपका पूरा नाम चाहिए, लेकिन यह आपके Amazon अकाउंट में नहीं मिला। इसे Alexa ऐप की सेटिंग्स में जाकर अपनी प्रोफ़ाइल में जोड़ दीजिए और फिर मुझसे दोबारा कहिए।",
        "इस स्किल को आपका पहला नाम चाहिए, लेकिन यह आपके Amazon अकाउंट में नहीं मिला। इसे Alexa ऐप की सेटिंग्स में जाकर अपनी प्रोफ़ाइल में जोड़ दीजिए और फिर मुझसे दोबारा कहिए।",
        "इस स्किल को आपका ईमेल एड्रेस चाहिए, लेकिन यह आपके Amazon अकाउंट में नहीं मिला। इसे Alexa ऐप की सेटिंग्स में जाकर अपनी प्रोफ़ाइल में जोड़ दीजिए और फिर मुझसे दोबारा कहिए।",
        "इस स्किल को आपका मोबाइल नंबर चाहिए, लेकिन यह आपके Amazon अकाउंट में नहीं मिला। इसे Alexa ऐप की सेटिंग्स में जाकर अपनी प्रोफ़ाइल में जोड़ दीजिए और फिर मुझसे दोबारा कहिए।",
        "इस स्किल को आपका पूरा नाम, पहला नाम, ईमेल एड्रेस, और मोबाइल नंबर चाहिए, लेकिन ये आपके Amazon अकाउंट में नहीं मिले। इन्हें Alexa ऐप की सेटिंग्स में जाकर अपनी प्रोफ़ाइल में जोड़ दीजिए और फिर मुझसे दोबारा कहिए।",
        "माफ़ कीजिए, इस स्किल में कुछ गड़बड़ है, इसलिए काम आगे नहीं बढ़ पाएगा। इसमें आपकी कोई गलती नहीं है। इसे स्किल बनाने वालों को ठीक करना होगा।",
        "माफ़ कीजिए, आपके ईमेल एड्रेस के बिना काम आगे नहीं बढ़ पाएगा।",
      ]
    `)
  })

  it('in Italian', () => {
    expect(agreement('it-IT')).toMatchInlineSnapshot(`
      [
        "Questa skill ha bisogno del tuo nome completo, ma non lo trovo nel tuo account Amazon. Puoi aggiungerlo nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.",
        "Questa skill ha bisogno del tuo nome, ma non lo trovo nel tuo account Amazon. Puoi aggiungerlo nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.",
        "Questa skill ha bisogno del tuo indirizzo email, ma non lo trovo nel tuo account Amazon. Puoi aggiungerlo nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.",
        "Questa skill ha bisogno del tuo numero di cellulare, ma non lo trovo nel tuo account Amazon. Puoi aggiungerlo nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.",
        "Questa skill ha bisogno del tuo nome completo, del tuo nome, del tuo indirizzo email e del tuo numero di cellulare, ma non li trovo nel tuo account Amazon. Puoi aggiungerli nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.",
        "Mi dispiace, c'è un problema con questa skill e non posso continuare. Non è colpa tua. Deve risolverlo chi ha creato la skill.",
        "Mi dispiace, senza il tuo indirizzo email non posso continuare.",
      ]
    `)
  })

  it('in Japanese', () => {
    expect(agreement('ja-JP')).toMatchInlineSnapshot(`
      [
        "このスキルには、フルネームが必要ですが、Amazonアカウントに登録されていないようです。Alexaアプリの設定にあるプロフィールで登録してから、もう一度お試しください。",
        "このスキルには、下のお名前が必要ですが、Amazonアカウントに登録されていないようです。Alexaアプリの設定にあるプロフィールで登録してから、もう一度お試しください。",
        "このスキルには、メールアドレスが必要ですが、Amazonアカウントに登録されていないようです。Alexaアプリの設定にあるプロフィールで登録してから、もう一度お試しください。",
        "このスキルには、携帯電話番号が必要ですが、Amazonアカウントに登録されていないようです。Alexaアプリの設定にあるプロフィールで登録してから、もう一度お試しください。",
        "このスキルには、フルネーム、下のお名前、メールアドレス、携帯電話番号が必要ですが、Amazonアカウントに登録されていないようです。Alexaアプリの設定にあるプロフィールで登録してから、もう一度お試しください。",
        "申し訳ありません。このスキルに問題があるため、続けることができません。ご利用方法の問題ではなく、スキルの開発者による修正が必要です。",
        "申し訳ありません。メールアドレスがないと、続けることができません。",
      ]
    `)
  })

  it('in Dutch', () => {
    expect(agreement('nl-NL')).toMatchInlineSnapshot(`
      [
        "Deze skill heeft je volledige naam nodig, maar ik kan die niet vinden in je Amazon-account. Je kunt die toevoegen in de instellingen van de Alexa-app, bij je profiel. Vraag het me daarna opnieuw.",
        "Deze skill heeft je voornaam nodig, maar ik kan die niet vinden in je Amazon-account. Je kunt die toevoegen in de instellingen van de Alexa-app, bij je profiel. Vraag het me daarna opnieuw.",
        "Deze skill heeft je e-mailadres nodig, maar ik kan het niet vinden in je Amazon-account. Je kunt het toevoegen in de instellingen van de Alexa-app, bij je profiel. Vraag het me daarna opnieuw.",
        "Deze skill heeft je mobiele nummer nodig, maar ik kan het niet vinden in je Amazon-account. Je kunt het toevoegen in de instellingen van de Alexa-app, bij je profiel. Vraag het me daarna opnieuw.",
        "Deze skill heeft je volledige naam, je voornaam, je e-mailadres en je mobiele nummer nodig, maar ik kan ze niet vinden in je Amazon-account. Je kunt ze toevoegen in de instellingen van de Alexa-app, bij je profiel. Vraag het me daarna opnieuw.",
        "Sorry, er is iets mis met deze skill en daarom kan ik niet verdergaan. Dat ligt niet aan jou. De makers van de skill moeten het oplossen.",
        "Sorry, zonder je e-mailadres kan ik niet verdergaan.",
      ]
    `)
  })

  it('in Portuguese', () => {
    expect(agreement('pt-BR')).toMatchInlineSnapshot(`
      [
        "Esta skill precisa do seu nome completo, mas não encontrei essa informação na sua conta da Amazon. Você pode adicioná-la nas configurações do aplicativo Alexa, no seu perfil. Depois, peça de novo.",
        "Esta skill precisa do seu primeiro nome, mas não encontrei essa informação na sua conta da Amazon. Você pode adicioná-la nas configurações do aplicativo Alexa, no seu perfil. Depois, peça de novo.",
        "Esta skill precisa do seu e-mail, mas não encontrei essa informação na sua conta da Amazon. Você pode adicioná-la nas configurações do aplicativo Alexa, no seu perfil. Depois, peça de novo.",
        "Esta skill precisa do seu número de celular, mas não encontrei essa informação na sua conta da Amazon. Você pode adicioná-la nas configurações do aplicativo Alexa, no seu perfil. Depois, peça de novo.",
        "Esta skill precisa do seu nome completo, do seu primeiro nome, do seu e-mail e do seu número de celular, mas não encontrei essas informações na sua conta da Amazon. Você pode adicioná-las nas configurações do aplicativo Alexa, no seu perfil. Depois, peça de novo.",
        "Desculpe, há um problema com esta skill e não consigo continuar. Não é culpa sua. Quem criou a skill precisa resolver isso.",
        "Desculpe, sem seu e-mail não consigo continuar.",
      ]
    `)
  })
})
