import { toCardinal, toOrdinal } from 'n2words/it-IT'
import type { LanguageWords } from './language-words.js'

export const words: LanguageWords = {
  cardinal: toCardinal,
  ordinal: toOrdinal,
  numbers: {
    1: 'un, una',
    2: 'un paio di, paio di, un paio',
    3: 'alcuni, alcune, qualche, pochi, poche',
    6: 'mezza dozzina',
    21: 'ventun',
    31: 'trentun',
    23: 'ventitré',
    33: 'trentatré',
  },
  ordinals: Object.fromEntries(
    ['prima', 'seconda', 'terza', 'quarta', 'quinta', 'sesta', 'settima', 'ottava', 'nona', 'decima'].map(
      (word, index) => [index + 1, word],
    ),
  ),
  multipliers: {
    12: 'dozzina, dozzine',
    100: 'cento, cent',
    1000: 'mille, mila, k',
    1e6: 'milione, milioni',
    1e9: 'miliardo, miliardi',
    1e12: 'bilione, bilioni',
  },
  roles: {
    point: 'virgola, punto',
    negative: 'meno',
    article: 'un, una, uno',
    noise:
      'il, lo, la, i, gli, le, l, di, del, dello, della, dell, dei, delle, d, a, al, alle, all, alla, allo, in, nel, nella, per, da, dal, dalle, dall, su, verso, circa, in punto, esattamente, sono, è, più o meno, più di, meno di, ore, giorno',
    and: 'e, ed',
    now: 'adesso, ora, subito, in questo momento, immediatamente',
    next: 'prossimo, prossima, prossimi, prossime, seguente, successivo, successiva',
    coming: 'che viene, entrante, venturo',
    last: 'scorso, scorsa, passato, passata, ultimo, ultima, precedente',
    this: 'questo, questa, quest, mio, corrente, in corso',
    ago: 'fa, prima, prima di, or sono',
    ahead: 'fra, tra, in, dopo, più tardi, da adesso, da ora, da oggi, a partire da',
    whole: 'tutto, tutta, tutto il, tutta la, tutto l, intero, intera, altro, altra, un altro, completo',
    half: 'mezzo, mezza, metà, mezz',
    quarter: 'quarto, un quarto, quarto d, un quarto d',
    'three-quarters': 'tre quarti, tre quarti d',
    past: 'dopo',
    to: 'alle, alla, prima delle, all, a',
    minus: 'meno',
    oclock: 'ore, ora, h, in punto',
    middle: 'metà, mezza',
    'ordinal-suffix': 'º, °, ª',
    'day-suffix': 'giorno',
  },
  units: {
    second: 'secondo, secondi, sec, s',
    minute: 'minuto, minuti, min',
    hour: 'ora, ore, h, hr',
    day: 'giorno, giorni, giornata, giornate, gg, dì',
    week: 'settimana, settimane',
    weekend: 'weekend, week end, fine settimana, finesettimana',
    month: 'mese, mesi',
    quarter: 'trimestre, trimestri',
    year: 'anno, anni, annata',
    decade: 'decennio, decenni',
  },
  hourParts: {
    half: 'mezzora, mezz ora',
    quarter: 'quarto d ora, un quarto d ora',
    'three-quarters': 'tre quarti d ora',
  },
  partsOfDay: {
    am: 'am, a m',
    pm: 'pm, p m',
    morning:
      'mattina, mattino, di mattina, del mattino, della mattina, stamattina, questa mattina, mattinata, stamani, domattina',
    noon: 'mezzogiorno, mezzodì, ora di pranzo, a mezzogiorno, pranzo, metà giornata',
    afternoon: 'pomeriggio, di pomeriggio, del pomeriggio, nel pomeriggio, questo pomeriggio',
    evening: 'sera, di sera, della sera, stasera, questa sera, serata',
    night: 'notte, di notte, della notte, stanotte, questa notte, nottata',
    midnight: 'mezzanotte, a mezzanotte',
  },
  days: {
    0: 'oggi, il giorno, il mio giorno, questo giorno',
    1: 'domani, il giorno dopo, giorno dopo, giorno seguente',
    2: 'dopodomani, dopo domani, il giorno dopo domani',
    '-1': 'ieri, il giorno prima',
    '-2': "l'altro ieri, altro ieri, avantieri, ieri l altro",
  },
  seasons: { SP: 'primavera', SU: 'estate', FA: 'autunno', WI: 'inverno' },
  weekdays: {},
  months: {},
  decimal: ',',
  split: 'compounds',
  prefixes: '',
  apostrophe: 'split',
  stopwords:
    'il, lo, la, i, gli, le, l, un, uno, una, di, del, dello, della, dell, dei, degli, delle, d, a, al, allo, alla, all, ai, agli, alle, da, dal, dalla, in, nel, nella, nei, con, su, sul, per, tra, fra, e, ed, o, che, chi, è, sono, sei, siamo, c, ci, mi, ti, si, vi, me, te, io, tu, lui, lei, noi, voi, loro, mio, mia, miei, tuo, tua, suo, sua, questo, questa, quello, quella, ho, hai, ha, hanno, voglio, vorrei, posso, puoi, potresti, può, potrebbe, non, ne, più, come, po, poi, già, anche, se, fare, fammi, dammi',
  polite:
    'per favore, per piacere, per cortesia, perfavore, puoi, puoi per favore, mi puoi, potresti, potresti per favore, mi potresti, potrebbe, può, posso, vuoi, vorresti, ti dispiacerebbe, ciao, ehi, hey, ok, va bene, allora, dunque, ehm, alexa, ehi alexa, ciao alexa, grazie, grazie mille, molte grazie, per me, adesso per favore, se puoi, se possibile, se non ti dispiace, dai, su, beh, ora, subito',
  launch:
    'apri {name}, aprire {name}, avvia {name}, avviare {name}, lancia {name}, inizia {name}, comincia {name}, attiva {name}, carica {name}, esegui {name}, gioca a {name}, giochiamo a {name}, parla con {name}, usa {name}, utilizza {name}, fai partire {name}, metti {name}, apri la skill {name}, avvia la skill {name}, voglio usare {name}',
  ask: 'chiedi a {name} di {request}, chiedi a {name} se {request}, chiedi a {name} che {request}, chiedi a {name} {request}, chiedi {name} {request}, di a {name} di {request}, di a {name} che {request}, di a {name} {request}, apri {name} e {request}, apri {name} per {request}, avvia {name} e {request}, avvia {name} per {request}, usa {name} per {request}, lancia {name} e {request}, domanda a {name} {request}, {request} con {name}, {request} su {name}, {request} a {name}, {request} da {name}, {request} usando {name}, {request} in {name}',
  builtIns: {
    Cancel: 'annulla, annullare, lascia stare, lascia perdere, non importa, fa niente, dimentica, lascia, niente',
    Help: 'aiuto, aiutami, ho bisogno di aiuto, cosa posso dire, cosa puoi fare, cosa posso fare, cosa posso chiedere, come funziona, come funziona questo, mi puoi aiutare, che cosa posso dire, che cosa sai fare, cosa sai fare, mi aiuti',
    Stop: 'stop, ferma, fermati, fermo, basta, esci, uscire, chiudi, chiudere, termina, fine, finito, ho finito, spegni, spegniti, zitto, silenzio, arrivederci, addio, ciao, è tutto, smettila, abbandona, interrompi',
    Yes: "sì, si, sì grazie, certo, certamente, va bene, ok, okay, d'accordo, esatto, esattamente, giusto, corretto, sicuro, volentieri, assolutamente, perfetto, proprio così, ovviamente, perché no, sì per favore, vai, è giusto, naturalmente",
    No: 'no, no grazie, per niente, mai, assolutamente no, sbagliato, non è giusto, non ora, certo che no, meglio di no, no no, non proprio, direi di no',
    Next: 'avanti, successivo, successiva, prossimo, prossima, il prossimo, la prossima, salta, vai avanti, canzone successiva, brano successivo, la prossima canzone, passa al prossimo, il successivo',
    Previous:
      'indietro, precedente, il precedente, la precedente, torna indietro, vai indietro, canzone precedente, brano precedente, la canzone precedente, torna al precedente',
    Repeat:
      "ripeti, ripetere, ripetilo, ancora, ancora una volta, un'altra volta, di nuovo, dillo di nuovo, cosa hai detto, puoi ripetere, come hai detto, come scusa, scusa, me lo ripeti, ridillo",
    StartOver:
      "ricomincia, ricominciare, ricomincia da capo, da capo, dall'inizio, riparti, riavvia, inizia di nuovo, ricomincia dall'inizio, riparti da zero",
    Pause: 'pausa, metti in pausa, in pausa, aspetta, fai una pausa, fermati un attimo, sospendi',
    Resume:
      'riprendi, riprendere, continua, continuare, prosegui, vai avanti così, riprendi la riproduzione, riparti da dove eri',
    NavigateHome:
      'home, vai alla home, vai a home, schermata principale, menu principale, vai al menu principale, torna alla home, torna alla schermata principale, pagina principale',
    ShuffleOn:
      'riproduzione casuale, casuale, attiva la riproduzione casuale, attiva riproduzione casuale, modalità casuale, mescola, mescola le canzoni, attiva modalità casuale',
    ShuffleOff:
      'disattiva la riproduzione casuale, disattiva riproduzione casuale, disattiva modalità casuale, smetti di mescolare, interrompi la riproduzione casuale',
    LoopOn:
      'ripetizione, attiva ripetizione, attiva la ripetizione, in loop, metti in loop, modalità loop, attiva il loop, ripeti in continuazione',
    LoopOff: 'disattiva ripetizione, disattiva la ripetizione, disattiva il loop, disattiva loop, interrompi il loop',
    More: 'di più, altro, mostra altro, mostra di più, dimmi di più, più informazioni, più dettagli, ancora di più',
    PageDown: 'pagina giù, pagina in basso',
    PageUp: 'pagina su, pagina in alto',
    ScrollDown: 'scorri in basso, scorri verso il basso, scorri giù',
    ScrollUp: 'scorri in alto, scorri verso l alto, scorri su',
    ScrollLeft: 'scorri a sinistra, scorri verso sinistra',
    ScrollRight: 'scorri a destra, scorri verso destra',
    NavigateSettings: 'impostazioni, vai alle impostazioni, apri le impostazioni, mostra le impostazioni',
    Select: 'seleziona, seleziona questo, scegli questo',
  },
}
