import { toCardinal, toOrdinal } from 'n2words/de-DE'
import type { LanguageWords } from '../language-words.js'

export const words: LanguageWords = {
  cardinal: toCardinal,
  ordinal: toOrdinal,
  numbers: {
    1: 'ein, eine, einen, einem, einer',
    2: 'zwo, ein paar',
    3: 'einige, paar',
    1.5: 'anderthalb, eineinhalb, einundhalb',
    2.5: 'zweieinhalb',
    3.5: 'dreieinhalb',
    4.5: 'viereinhalb',
    6: 'ein halbes dutzend',
  },
  ordinals: Object.fromEntries(
    [
      'erste',
      'zweite',
      'dritte',
      'vierte',
      'fünfte',
      'sechste',
      'siebte',
      'achte',
      'neunte',
      'zehnte',
      'elfte',
      'zwölfte',
    ]
      .map((word, index) => [index + 1, `${word}n, ${word}r, ${word}s, ${word}m`])
      .concat(
        Array.from({ length: 19 }, (_, index) => [index + 13, `${toOrdinal(index + 13)}n, ${toOrdinal(index + 13)}r`]),
      ),
  ),
  multipliers: {
    12: 'dutzend',
    100: 'hundert',
    1000: 'tausend',
    1e6: 'million, millionen',
    1e9: 'milliarde, milliarden',
    1e12: 'billion, billionen',
  },
  roles: {
    point: 'komma, punkt',
    negative: 'minus, negativ',
    article: 'ein, eine, einen, einem, einer',
    noise:
      'der, die, das, den, dem, des, am, an, im, um, für, von, vom, zum, gegen, ab, circa, ca, ungefähr, genau, punkt, etwa, auf, bis, zu, weniger als, mehr als, so, also',
    and: 'und',
    now: 'jetzt, sofort, gerade, momentan',
    next: 'nächster, nächste, nächsten, nächstes, folgender, folgende, folgenden, nächster, darauffolgenden',
    coming: 'kommende, kommenden, kommender, kommendes',
    last: 'letzter, letzte, letzten, letztes, vorige, voriger, vorigen, voriges, vergangene, vergangenen, vergangenes',
    this: 'dieser, diese, diesen, dieses, diesem, aktuelle, aktuellen, laufenden',
    ago: 'vor, her, zuvor',
    ahead: 'in, später, ab jetzt, von jetzt an, nach, von heute an',
    whole: 'ganze, ganzen, ganzer, ganzes, gesamte, gesamten, noch ein, noch eine, weitere, weiteren, voller, volle',
    half: 'halb, halbe, halben, halbes, halber',
    quarter: 'viertel',
    'three-quarters': 'dreiviertel, drei viertel',
    'half-before': 'halb',
    past: 'nach',
    to: 'vor',
    oclock: 'uhr, h',
    middle: 'mitte, mitten am',
    'ordinal-suffix': 'te, ten, ter',
  },
  units: {
    second: 'sekunde, sekunden, sek, s',
    minute: 'minute, minuten, min, m',
    hour: 'stunde, stunden, std, h',
    day: 'tag, tage, tagen, tages, t',
    week: 'woche, wochen',
    weekend: 'wochenende, wochenenden',
    month: 'monat, monate, monaten, monats',
    quarter: 'quartal, quartale, quartals',
    year: 'jahr, jahre, jahren, jahres, j',
    decade: 'jahrzehnt, jahrzehnte, jahrzehnten',
  },
  hourParts: { half: 'halbstunde', quarter: 'viertelstunde', 'three-quarters': 'dreiviertelstunde' },
  partsOfDay: {
    am: 'vormittags, vormittag, am vormittag, am',
    pm: 'pm',
    morning: 'morgens, morgen, früh, in der früh, am morgen, frühmorgens, heute morgen',
    noon: 'mittag, mittags, zu mittag, heute mittag',
    afternoon: 'nachmittag, nachmittags, am nachmittag, heute nachmittag',
    evening: 'abend, abends, am abend, heute abend',
    night: 'nacht, nachts, in der nacht, heute nacht',
    midnight: 'mitternacht, um mitternacht',
  },
  days: {
    0: 'heute, der heutige tag',
    1: 'morgen',
    2: 'übermorgen',
    3: 'überübermorgen',
    '-1': 'gestern',
    '-2': 'vorgestern',
  },
  afterNext: 'übernächste, übernächsten, übernächster, übernächstes',
  seasons: { SP: 'frühling, frühjahr', SU: 'sommer', FA: 'herbst', WI: 'winter' },
  weekdays: {
    1: 'montags',
    2: 'dienstags',
    3: 'mittwochs',
    4: 'donnerstags',
    5: 'freitags',
    6: 'samstags, sonnabend, sonnabends',
    7: 'sonntags',
  },
  months: { 1: 'jänner, januars', 2: 'feber', 7: 'julei', 6: 'juno' },
  decimal: ',',
  split: 'compounds',
  prefixes: 'und',
  apostrophe: 'join',
  folds: { ä: 'ae', ö: 'oe', ü: 'ue' },
  contractions:
    "geht's = geht es, gehts = geht es, gib's = gib es, wie's = wie es, ist's = ist es, hab's = habe es, hab = habe, ne = eine, nen = einen",
  stopwords:
    'der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, und, oder, in, im, an, am, auf, für, von, vom, mit, zu, zum, zur, bei, aus, nach, um, ist, sind, war, bin, sei, es, ich, du, er, sie, wir, ihr, mich, mir, dir, dich, uns, euch, mein, meine, meinen, meinem, meiner, dein, deine, deinen, hat, habe, haben, hast, wird, werden, würde, kann, kannst, können, könnte, könntest, könnten, will, willst, möchte, möchten, soll, sollen, mal, doch, bitte, denn, so, auch, noch, da, dann, jetzt, gerne, gern, eben, ja, dass, ob, als, wie, hätte, sich',
  polite:
    'bitte, bitte mal, mal bitte, bitte sehr, doch bitte, kannst du, kannst du bitte, kannst du mir bitte, könntest du, könntest du bitte, könnten sie, könnten sie bitte, können sie, können sie bitte, würdest du, würdest du bitte, würden sie bitte, kann ich, kann ich bitte, hallo, hey, hi, ok, okay, also, äh, ähm, alexa, hey alexa, danke, danke schön, dankeschön, vielen dank, danke dir, mal, doch, doch mal, einfach, gerade, jetzt bitte, für mich, für mich bitte, wenn möglich, wenn es geht, gerne, gern, na, nun, dann, schnell',
  launch:
    'öffne {name}, starte {name}, start {name}, aktiviere {name}, lade {name}, beginne {name}, beginn mit {name}, spiele {name}, spiel {name}, nutze {name}, verwende {name}, sprich mit {name}, rede mit {name}, führe {name} aus, mach {name} auf, starte den skill {name}, öffne den skill {name}, ich möchte {name} öffnen, {name} öffnen, {name} starten',
  ask: 'frage {name} nach {request}, frag {name} nach {request}, frage {name} ob {request}, frag {name} ob {request}, frage {name} {request}, frag {name} {request}, sage {name} {request}, sag {name} {request}, sage {name} dass {request}, sag {name} dass {request}, sage {name} ich möchte {request}, bitte {name} {request}, bitte {name} um {request}, öffne {name} und {request}, starte {name} und {request}, öffne {name} für {request}, benutze {name} um {request}, nutze {name} um {request}, {request} mit {name}, {request} bei {name}, {request} in {name}, {request} von {name}, {request} über {name}, {request} auf {name}',
  builtIns: {
    Cancel: 'abbrechen, abbruch, brich ab, vergiss es, egal, lass es, lass gut sein, nicht so wichtig, doch nicht',
    Help: 'hilfe, hilf mir, ich brauche hilfe, was kann ich sagen, was kannst du, was kann ich tun, was kann ich machen, was kann ich fragen, wie funktioniert das, kannst du mir helfen, was geht hier, wie geht das',
    Stop: 'stopp, stop, halt, aus, ende, beenden, aufhören, hör auf, schluss, schließen, tschüss, auf wiedersehen, sei still, sei ruhig, ruhe, das war es, das wars, ich bin fertig, fertig, das ist alles, exit, verlassen, mach aus, genug',
    Yes: 'ja, jawohl, ja bitte, jep, jo, klar, na klar, sicher, genau, richtig, stimmt, das stimmt, gerne, natürlich, ok, okay, in ordnung, einverstanden, auf jeden fall, passt, ja gerne, das ist richtig, absolut, selbstverständlich',
    No: 'nein, nee, nö, ne, nein danke, auf keinen fall, lieber nicht, falsch, das ist falsch, stimmt nicht, das stimmt nicht, nicht wirklich, bitte nicht, keinesfalls, niemals, jetzt nicht',
    Next: 'weiter, nächster, nächste, nächstes, nächstes lied, nächster titel, überspringen, überspring, das nächste, vor, vorwärts, springe weiter, geh weiter',
    Previous:
      'zurück, vorheriger, vorherige, vorheriges, vorheriges lied, voriges lied, voriger titel, geh zurück, das vorherige, letztes lied, rückwärts',
    Repeat:
      'wiederholen, wiederhole, wiederhole das, wiederhol das, noch einmal, nochmal, noch mal, sag das noch einmal, sag das nochmal, was hast du gesagt, wie bitte, bitte wiederholen, kannst du das wiederholen, ich habe dich nicht verstanden',
    StartOver:
      'neu starten, neustart, von vorne, von vorn, noch mal von vorne, von vorne anfangen, fang von vorne an, neu anfangen, von anfang an, beginne von vorne, starte neu, zurück zum anfang',
    Pause: 'pause, pausiere, pausieren, anhalten, halt an, warte, mach pause, warte mal',
    Resume:
      'fortsetzen, fortfahren, weitermachen, mach weiter, weiterspielen, spiel weiter, setze fort, weiter abspielen, weiter geht es, fahre fort',
    NavigateHome:
      'startseite, zur startseite, hauptmenü, zum hauptmenü, gehe zur startseite, geh zur startseite, startbildschirm, nach hause, geh nach hause, home',
    ShuffleOn:
      'zufallswiedergabe, zufallswiedergabe an, zufallswiedergabe ein, shuffle an, shuffle, zufällige wiedergabe, zufallswiedergabe einschalten, mische die titel, mischen',
    ShuffleOff:
      'zufallswiedergabe aus, shuffle aus, zufallswiedergabe ausschalten, zufallswiedergabe beenden, nicht mehr mischen',
    LoopOn:
      'endloswiedergabe an, endlosschleife an, schleife an, wiederholung an, loop an, endloswiedergabe, wiederholung einschalten',
    LoopOff:
      'endloswiedergabe aus, endlosschleife aus, schleife aus, wiederholung aus, loop aus, wiederholung ausschalten',
    More: 'mehr, zeig mehr, zeige mehr, mehr anzeigen, mehr infos, mehr informationen, mehr details',
    PageDown: 'seite nach unten, eine seite weiter',
    PageUp: 'seite nach oben, eine seite zurück',
    ScrollDown: 'scrolle nach unten, nach unten scrollen, runter scrollen',
    ScrollUp: 'scrolle nach oben, nach oben scrollen, hoch scrollen',
    ScrollLeft: 'scrolle nach links, nach links scrollen',
    ScrollRight: 'scrolle nach rechts, nach rechts scrollen',
    NavigateSettings: 'einstellungen, gehe zu den einstellungen, öffne die einstellungen, zeige die einstellungen',
    Select: 'wähle das aus, das auswählen, nimm das',
  },
}
