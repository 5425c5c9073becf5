import { toCardinal, toOrdinal } from 'n2words/fr-FR'
import type { LanguageWords } from './language-words.js'

export const words: LanguageWords = {
  cardinal: toCardinal,
  ordinal: toOrdinal,
  numbers: {
    1: 'une',
    2: 'une paire de, deux trois',
    3: 'quelques, quelque',
    6: 'une demi douzaine, demi douzaine',
    70: 'septante',
    80: 'huitante, quatre vingt',
    90: 'nonante',
  },
  ordinals: { 1: 'première, premiers', 2: 'second, seconde', 3: 'troisème' },
  multipliers: {
    12: 'douzaine, douzaines',
    100: 'cent, cents',
    1000: 'mille, mil, k',
    1e6: 'million, millions',
    1e9: 'milliard, milliards',
    1e12: 'billion, billions',
  },
  roles: {
    point: 'virgule, point',
    negative: 'moins',
    article: 'un, une',
    noise:
      'le, la, les, l, du, de, des, d, à, a, au, aux, en, pour, vers, ce, environ, sur, jusque, jusqu, partir, plus de, moins de, sois, pile, précises, exactement, en date',
    and: 'et, plus',
    now: 'maintenant, tout de suite, immédiatement, en ce moment, actuellement',
    next: 'prochain, prochaine, prochains, prochaines, suivant, suivante, suivants',
    coming: 'qui vient, à venir',
    last: 'dernier, dernière, passé, passée, passées, précédent, précédente, pasée',
    this: 'ce, cet, cette, ces, ma, courant, en cours',
    ago: 'il y a, avant, y a',
    ahead: 'dans, après, plus tard, à partir de maintenant, d ici, à partir d, à partir de, depuis',
    whole: 'tout, toute, entier, entière, complet, complète, encore, autre, intégral',
    half: 'demi, demie, moitié, moitié de',
    quarter: 'quart, quart de, le quart',
    'three-quarters': 'trois quarts, trois quarts de',
    past: 'passé de, passées de, après',
    to: 'avant',
    minus: 'moins',
    oclock: 'heure, heures, h, hrs',
    middle: 'milieu, milieu de, mi',
    'ordinal-suffix': 'er, ère, e, ème, ième, eme, nd',
  },
  units: {
    second: 'seconde, secondes, sec, s',
    minute: 'minute, minutes, min, mins, mn',
    hour: 'heure, heures, h, hr, hrs',
    day: 'jour, jours, journée, journées, j',
    week: 'semaine, semaines, sem',
    weekend: 'weekend, week end, weekends, fin de semaine',
    month: 'mois',
    quarter: 'trimestre, trimestres',
    year: 'an, ans, année, années',
    decade: 'décennie, décennies',
    fortnight: 'quinzaine',
  },
  partsOfDay: {
    am: 'am, a m',
    pm: 'pm, p m',
    morning: 'matin, du matin, matinée, dans la matinée, le matin, ce matin',
    noon: 'midi, heure du déjeuner, à midi, déjeuner',
    afternoon:
      'après midi, de l après midi, l après midi, cet après midi, aprem, cet aprem, cette après midi, dans l après midi',
    evening: 'soir, du soir, soirée, ce soir, en soirée, le soir',
    night: 'nuit, de la nuit, cette nuit, la nuit',
    midnight: 'minuit, mi nuit',
  },
  days: {
    0: "aujourd'hui, ce jour, le jour, jour même, le jour même, ma journée, aujourdhui",
    1: 'demain, lendemain, le lendemain',
    2: 'après demain, surlendemain',
    '-1': 'hier, la veille',
    '-2': 'avant hier',
  },
  seasons: { SP: 'printemps', SU: 'été', FA: 'automne', WI: 'hiver' },
  weekdays: { 1: 'lundis', 2: 'mardis', 3: 'mercredis', 4: 'jeudis', 5: 'vendredis', 6: 'samedis', 7: 'dimanches' },
  months: { 1: 'jan', 2: 'fev', 9: 'sep' },
  decimal: ',',
  apostrophe: 'split',
  stopwords:
    'le, la, les, l, un, une, des, de, du, d, à, au, aux, en, et, ou, dans, sur, pour, par, avec, chez, ce, cet, cette, ces, c, s, est, sont, suis, es, être, était, je, j, tu, t, il, elle, on, nous, vous, ils, me, m, moi, te, toi, se, mon, ma, mes, ton, ta, tes, votre, vos, notre, nos, que, qu, qui, quoi, y, ne, n, pas, ai, as, a, avons, avez, ont, avoir, veux, voudrais, voudrait, peux, peut, pouvez, pourrais, pourriez, bien, donc, alors, si, plus, faire, fait, fais',
  polite:
    "s'il te plaît, s'il vous plaît, s'il te plait, s'il vous plait, stp, svp, peux tu, peux tu me, est ce que tu peux, est ce que tu peux me, est ce que je peux, pourrais tu, pourrais tu me, pourriez vous, pouvez vous, tu peux, tu pourrais, vous pouvez, voudrais tu, veux tu, veuillez, merci, merci de, merci beaucoup, merci bien, bonjour, salut, hé, hey, ok, okay, d'accord, alors, bon, euh, alexa, hey alexa, dis, dis alexa, pour moi, maintenant s'il te plaît, si possible, si tu peux, si tu veux bien, juste, vite, donc, eh bien",
  launch:
    'ouvre {name}, ouvrir {name}, lance {name}, lancer {name}, démarre {name}, démarrer {name}, active {name}, commence {name}, charge {name}, joue à {name}, parle à {name}, parle avec {name}, parler à {name}, utilise {name}, utiliser {name}, exécute {name}, mets {name}, ouvre la skill {name}, lance la skill {name}, je veux ouvrir {name}',
  ask: 'demande à {name} de {request}, demande à {name} d {request}, demande à {name} si {request}, demande à {name} {request}, demande {name} {request}, dis à {name} de {request}, dis à {name} d {request}, dis à {name} que {request}, dis à {name} {request}, ouvre {name} et {request}, ouvre {name} pour {request}, lance {name} et {request}, lance {name} pour {request}, utilise {name} pour {request}, démarre {name} et {request}, {request} avec {name}, {request} sur {name}, {request} dans {name}, {request} à {name}, {request} de {name}, {request} via {name}, {request} en utilisant {name}',
  builtIns: {
    Cancel: "annuler, annule, laisse tomber, oublie, oublie ça, peu importe, n'importe, pas grave, tant pis",
    Help: "aide, à l'aide, aide moi, au secours, j'ai besoin d'aide, que puis je dire, qu'est ce que je peux dire, que peux tu faire, qu'est ce que tu peux faire, que puis je faire, comment ça marche, comment ça fonctionne, que puis je demander, besoin d'aide, tu peux m'aider",
    Stop: "stop, arrête, arrêter, arrête toi, arrête ça, quitter, quitte, fin, terminer, termine, ferme, fermer, au revoir, tais toi, silence, c'est tout, c'est fini, j'ai fini, ça suffit, éteins, sortir, assez",
    Yes: "oui, ouais, oui merci, oui s'il te plaît, bien sûr, d'accord, ok, okay, exact, exactement, c'est ça, tout à fait, volontiers, avec plaisir, certainement, vas y, c'est exact, c'est correct, absolument, évidemment, je veux bien, parfait, ça marche, pourquoi pas",
    No: "non, non merci, nan, pas du tout, jamais, surtout pas, c'est faux, pas maintenant, non pas ça, absolument pas, pas vraiment, certainement pas, ce n'est pas ça",
    Next: 'suivant, suivante, le suivant, la suivante, prochain, passe, passer, passe au suivant, chanson suivante, morceau suivant, titre suivant, la chanson suivante, avance, le prochain',
    Previous:
      'précédent, précédente, le précédent, la précédente, retour, reviens, reviens en arrière, en arrière, chanson précédente, morceau précédent, titre précédent, retourne en arrière, revenir',
    Repeat:
      "répète, répéter, répète ça, redis, redis ça, encore, encore une fois, une fois de plus, qu'est ce que tu as dit, pardon, comment, tu peux répéter, peux tu répéter, répète s'il te plaît, redis le",
    StartOver:
      'recommencer, recommence, redémarrer, redémarre, depuis le début, recommence depuis le début, du début, reprends du début, reprendre du début, retour au début',
    Pause: 'pause, mets en pause, mettre en pause, fais une pause, attends, une pause, mets sur pause',
    Resume:
      'reprendre, reprends, continue, continuer, reprends la lecture, remets, poursuis, vas y continue, continue la lecture',
    NavigateHome:
      "accueil, retour à l'accueil, aller à l'accueil, va à l'accueil, menu principal, page d'accueil, écran d'accueil, retourne à l'accueil",
    ShuffleOn:
      'lecture aléatoire, mode aléatoire, active la lecture aléatoire, active le mode aléatoire, aléatoire, mélange, mélange les chansons, mets en aléatoire, en aléatoire',
    ShuffleOff:
      'désactive la lecture aléatoire, arrête la lecture aléatoire, désactive le mode aléatoire, arrête de mélanger',
    LoopOn:
      'en boucle, lecture en boucle, active la boucle, mets en boucle, mode boucle, boucle, active la lecture en boucle',
    LoopOff: 'désactive la boucle, arrête la boucle, arrête la lecture en boucle, désactive la lecture en boucle',
    More: "plus, affiche plus, montre plus, en savoir plus, dis m'en plus, plus d'informations, plus de détails, montre m'en plus",
    PageDown: 'page suivante, page vers le bas',
    PageUp: 'page précédente, page vers le haut',
    ScrollDown: 'fais défiler vers le bas, défile vers le bas, descends',
    ScrollUp: 'fais défiler vers le haut, défile vers le haut, monte',
    ScrollLeft: 'fais défiler vers la gauche, défile vers la gauche',
    ScrollRight: 'fais défiler vers la droite, défile vers la droite',
    NavigateSettings: 'paramètres, réglages, va aux paramètres, ouvre les paramètres, affiche les paramètres',
    Select: 'sélectionne, sélectionne ça, choisis ça',
  },
}
