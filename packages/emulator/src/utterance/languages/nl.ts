import { toCardinal, toOrdinal } from 'n2words/nl-NL'
import type { LanguageWords } from '../language-words.js'

export const words: LanguageWords = {
  cardinal: toCardinal,
  ordinal: toOrdinal,
  numbers: {
    1: 'een',
    2: 'een paar, paar',
    3: 'enkele, een aantal, enige',
    12: 'dozijn, een dozijn',
    1.5: 'anderhalf, anderhalve',
    2.5: 'tweeënhalf, tweeënhalve',
  },
  ordinals: { 1: 'eersten', 22: 'tweeëntwintigste' },
  multipliers: { 100: 'honderd', 1000: 'duizend', 1e6: 'miljoen', 1e9: 'miljard', 1e12: 'biljoen' },
  roles: {
    point: 'komma, punt',
    negative: 'min, minus, negatief',
    article: 'een',
    noise:
      'de, het, t, op, van, om, voor, in, bij, naar, rond, tegen, vanaf, ongeveer, precies, exact, circa, tot, der, des, s, die, daarop, hier, ergens, minder dan, meer dan, aan',
    and: 'en',
    now: 'nu, meteen, direct, op dit moment, onmiddellijk',
    next: 'volgend, volgende, komend, eerstvolgende',
    coming: 'aanstaande, komende, aankomende, eerstkomende',
    last: 'vorig, vorige, afgelopen, laatste, voorbije, laatstleden, verleden',
    this: 'dit, deze, huidige, mijn, lopende',
    ago: 'geleden, eerder, voor, terug, daarvoor',
    ahead: 'over, later, vanaf nu, na, vanaf, erna, daarna, binnen',
    whole: 'hele, heel, volle, gehele, ganse, nog een, nog, volledige, volledig, andere, extra',
    half: 'half, halve',
    quarter: 'kwart, kwartier',
    'three-quarters': 'driekwart, drie kwart, drie kwartier',
    'half-before': 'half',
    past: 'over, na',
    to: 'voor',
    oclock: 'uur, u, h, uren',
    middle: 'midden, midden op, halverwege',
    'ordinal-suffix': 'e, ste, de, ten',
  },
  units: {
    second: 'seconde, seconden, secondes, sec, s',
    minute: 'minuut, minuten, min, m, minuutjes',
    hour: 'uur, uren, u, h, uurtje',
    day: 'dag, dagen, daagse',
    week: 'week, weken',
    weekend: 'weekend, weekenden, weekeinde',
    month: 'maand, maanden, mnd',
    quarter: 'kwartaal, kwartalen',
    year: 'jaar, jaren, jr',
    decade: 'decennium, decennia',
  },
  hourParts: {
    half: 'halfuur, halfuurtje',
    quarter: 'kwartier, kwartiertje',
    'three-quarters': 'driekwartier, drie kwartier',
  },
  partsOfDay: {
    am: 'am, a m, voormiddag, s voormiddags',
    pm: 'pm, p m',
    morning:
      'ochtend, s ochtends, ochtends, in de ochtend, vanochtend, morgen, s morgens, morgens, vanmorgen, in de morgen',
    noon: 'middaguur, twaalf uur s middags, lunchtijd, lunch, het middaguur, rond lunchtijd, tijdens de lunch',
    afternoon: 'middag, s middags, middags, in de middag, vanmiddag, namiddag, in de namiddag, s namiddags',
    evening: 'avond, s avonds, avonds, in de avond, vanavond',
    night: 'nacht, s nachts, nachts, in de nacht, vannacht',
    midnight: 'middernacht, om middernacht, twaalf uur s nachts',
  },
  days: {
    0: 'vandaag, de dag, heden',
    1: 'morgen, de volgende dag, volgende dag',
    2: 'overmorgen',
    '-1': 'gisteren, de vorige dag',
    '-2': 'eergisteren',
  },
  seasons: { SP: 'lente, voorjaar', SU: 'zomer', FA: 'herfst, najaar', WI: 'winter' },
  weekdays: {
    1: 'maandags, maan',
    2: 'dinsdags, dins, din',
    3: 'woensdags, woens',
    4: 'donderdags, don',
    5: 'vrijdags, vrij',
    6: 'zaterdags, zater, zat',
    7: 'zondags, zon',
  },
  months: { 3: 'mar, maart', 9: 'sept' },
  decimal: ',',
  split: 'compounds',
  prefixes: 'en',
  apostrophe: 'split',
  stopwords:
    'de, het, een, t, n, s, van, in, op, om, te, aan, bij, met, voor, naar, door, uit, over, tot, en, of, is, zijn, ben, bent, was, er, ik, je, jij, jou, u, hij, zij, ze, we, wij, ons, mij, me, mijn, jouw, uw, onze, die, dat, dit, deze, wat, heb, hebt, heeft, hebben, wil, wilt, willen, zou, zouden, kan, kun, kunt, kunnen, mag, moet, moeten, eens, even, dan, nu, nog, ook, maar, graag, alsjeblieft, als, daar, hoe, wel, al',
  polite:
    'alsjeblieft, alstublieft, alsjeblief, kun je, kun je alsjeblieft, kan je, kan je alsjeblieft, kunt u, kunt u alstublieft, zou je, zou je alsjeblieft, zou je kunnen, zou u, wil je, wil je alsjeblieft, wilt u, kan ik, mag ik, hallo, hoi, hé, hey, ok, oké, nou, eh, uhm, alexa, hey alexa, hoi alexa, bedankt, dank je, dank je wel, dankjewel, dank u, dank u wel, even, eens, maar, voor mij, voor me, nu alsjeblieft, graag, als het kan, indien mogelijk, gewoon, snel, dus, toch',
  launch:
    'open {name}, start {name}, begin {name}, begin met {name}, activeer {name}, laad {name}, speel {name}, praat met {name}, spreek met {name}, gebruik {name}, voer {name} uit, zet {name} aan, open de skill {name}, start de skill {name}, ik wil {name} gebruiken, {name} openen, {name} starten',
  ask: 'vraag {name} om {request}, vraag {name} naar {request}, vraag {name} of {request}, vraag aan {name} {request}, vraag aan {name} om {request}, vraag {name} {request}, zeg tegen {name} dat {request}, zeg tegen {name} {request}, zeg {name} {request}, vertel {name} dat {request}, vertel {name} {request}, open {name} en {request}, open {name} om {request}, start {name} en {request}, start {name} om {request}, gebruik {name} om {request}, {request} met {name}, {request} in {name}, {request} op {name}, {request} bij {name}, {request} via {name}, {request} van {name}',
  builtIns: {
    Cancel: 'annuleer, annuleren, laat maar, laat maar zitten, vergeet het, maakt niet uit, doe maar niet, toch niet',
    Help: 'help, hulp, help me, help mij, ik heb hulp nodig, wat kan ik zeggen, wat kun je, wat kan je, wat kun je doen, wat kan ik doen, wat kan ik vragen, hoe werkt dit, hoe werkt het, kun je me helpen, wat zijn mijn opties',
    Stop: 'stop, stoppen, hou op, houd op, uit, zet uit, sluit, sluiten, sluit af, afsluiten, einde, beëindig, beëindigen, doei, tot ziens, dag, stil, wees stil, klaar, ik ben klaar, dat is alles, dat was het, genoeg, verlaat, ga weg',
    Yes: 'ja, ja graag, jawel, jazeker, ja hoor, zeker, natuurlijk, ok, oké, goed, prima, klopt, dat klopt, juist, precies, inderdaad, absoluut, akkoord, doe maar, graag, is goed, vooruit, tuurlijk, waarom niet, ja alsjeblieft',
    No: 'nee, nee bedankt, nee dank je, neen, liever niet, niet echt, zeker niet, absoluut niet, nooit, fout, dat klopt niet, klopt niet, niet nu, nu niet, helemaal niet, dat is fout',
    Next: 'volgende, de volgende, verder, sla over, overslaan, volgend nummer, het volgende nummer, ga verder, naar de volgende, vooruit, ga naar de volgende',
    Previous:
      'vorige, de vorige, terug, ga terug, vorig nummer, het vorige nummer, achteruit, naar de vorige, ga naar de vorige',
    Repeat:
      'herhaal, herhalen, herhaal dat, nog een keer, nog eens, opnieuw zeggen, zeg dat nog eens, zeg dat nog een keer, wat zei je, wat zeg je, kun je dat herhalen, sorry wat zei je, pardon',
    StartOver:
      'opnieuw, begin opnieuw, opnieuw beginnen, start opnieuw, opnieuw starten, vanaf het begin, begin bij het begin, herstart, begin overnieuw, terug naar het begin',
    Pause: 'pauze, pauzeer, pauzeren, wacht, wacht even, zet op pauze, even pauze, houd vast',
    Resume: 'hervat, hervatten, doorgaan, ga door, verder spelen, speel verder, verdergaan, ga verder met spelen',
    NavigateHome:
      'startscherm, naar het startscherm, ga naar het startscherm, hoofdmenu, naar het hoofdmenu, ga naar het hoofdmenu, ga naar huis, thuis, home, beginscherm',
    ShuffleOn:
      'shuffle, shuffle aan, zet shuffle aan, willekeurig afspelen, willekeurige volgorde, schudden, zet willekeurig afspelen aan, door elkaar afspelen',
    ShuffleOff:
      'shuffle uit, zet shuffle uit, stop met shuffle, willekeurig afspelen uit, zet willekeurig afspelen uit, niet meer shuffelen',
    LoopOn:
      'herhalen aan, zet herhalen aan, loop aan, zet loop aan, herhaling aan, zet herhaling aan, in een lus, loop, blijf herhalen',
    LoopOff:
      'herhalen uit, zet herhalen uit, loop uit, zet loop uit, herhaling uit, zet herhaling uit, stop met herhalen',
    More: 'meer, toon meer, laat meer zien, vertel me meer, vertel meer, meer informatie, meer details, laat me meer zien',
    PageDown: 'pagina omlaag, pagina naar beneden',
    PageUp: 'pagina omhoog, pagina naar boven',
    ScrollDown: 'scroll naar beneden, scroll omlaag',
    ScrollUp: 'scroll naar boven, scroll omhoog',
    ScrollLeft: 'scroll naar links',
    ScrollRight: 'scroll naar rechts',
    NavigateSettings: 'instellingen, ga naar instellingen, open instellingen, open de instellingen, toon instellingen',
    Select: 'selecteer, selecteer dit, kies deze',
  },
}
