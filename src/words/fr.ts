import { plural } from './plural.ts';
import type { Words } from './words.ts';

/** Français. */
export const fr = {
  releases: plural({
    one: '{count} communiqué',
    many: '{count} de communiqués',
    other: '{count} communiqués',
  }),
  noReleases: 'Aucun communiqué pour l’instant',
  pressRelease: 'Communiqué de presse',
  search: 'Rechercher',
  searchAll: 'Tous les communiqués',
  newestFirst: 'Du plus récent au plus ancien',
  pageOf: '{title}, page {number} sur {last}',
  withdrawn: 'Retiré',
  corrected: 'Corrigé',
  draft: 'Brouillon',
  held: 'Pas encore publié',
  withdrawnTitle: 'Retiré : {title}',
  correctionTitle: 'Correction : {title}',
  replacedTitle: 'Remplacé : {title}',
  citation: '{offices}, « {title} », {day}',
  citationWithStatus: '{citation} [{status}]',

  axes: {
    offices: {
      many: 'Bureaux',
      one: 'Bureau',
      all: plural({
        one: 'Le seul bureau ({count})',
        many: 'Les {count} de bureaux',
        other: 'Les {count} bureaux',
      }),
      by: 'Par bureau',
      none: 'Aucun bureau pour l’instant',
      description: 'Les bureaux de ces archives, chacun avec ses communiqués de presse.',
      releases: 'Communiqués de presse : {name}.',
    },
    caucuses: {
      many: 'Groupes',
      one: 'Groupe',
      all: plural({
        one: 'Le seul groupe ({count})',
        many: 'Les {count} de groupes',
        other: 'Les {count} groupes',
      }),
      by: 'Par groupe',
      none: 'Aucun groupe pour l’instant',
      description: 'Les groupes de ces archives, chacun avec ses communiqués de presse.',
      releases: 'Communiqués de presse : {name}.',
    },
    topics: {
      many: 'Thèmes',
      one: 'Thème',
      all: plural({
        one: 'Le seul thème ({count})',
        many: 'Les {count} de thèmes',
        other: 'Les {count} thèmes',
      }),
      by: 'Par thème',
      none: 'Aucun thème pour l’instant',
      description: 'Les thèmes de ces archives, chacun avec ses communiqués de presse.',
      releases: 'Communiqués de presse sur le thème {name}.',
    },
    speakers: {
      many: 'Personnes citées',
      one: 'Personne citée',
      all: plural({
        one: 'La seule personne citée ({count})',
        many: 'Les {count} de personnes citées',
        other: 'Les {count} personnes citées',
      }),
      by: 'Par personne citée',
      none: 'Personne n’est encore cité',
      description: 'Les personnes citées dans ces archives, avec les communiqués qui les citent.',
      releases: 'Communiqués de presse qui citent {name}.',
    },
    bills: {
      many: 'Projets de loi',
      one: 'Projet de loi',
      all: plural({
        one: 'Le seul projet de loi ({count})',
        many: 'Les {count} de projets de loi',
        other: 'Les {count} projets de loi',
      }),
      by: 'Par projet de loi',
      none: 'Aucun projet de loi pour l’instant',
      description: 'Les projets de loi de ces archives, avec leurs communiqués de presse.',
      releases: 'Communiqués de presse sur {name}.',
    },
  },

  page: {
    skip: 'Aller au contenu principal',
    print: '{site}, {address}',
    retrieved: 'Consulté le {day}.',
    main: 'Principal',
    releases: 'Communiqués',
    about: 'À propos',
    corrections: 'Corrections et retraits',
    more: 'À propos de ce site',
    elsewhere: 'Ailleurs sur le web',
    otherFormat:
      'Vous avez besoin de cette page, ou d’un de ses documents, dans un autre format ? Adressez-vous à {contact}.',
    footer:
      '{publisher}. Chaque déclaration a ici sa propre adresse, formée à partir de ses mots. [Ce que promettent ces archives](/about/). [Flux](/feeds/). [Vérifier une citation](/quote/). [Réunir des déclarations](/collection/). [Données](/data/).',
  },

  front: {
    search: plural({
      one: 'Rechercher dans {count} communiqué',
      many: 'Rechercher dans {count} de communiqués',
      other: 'Rechercher dans {count} communiqués',
    }),
    newest: 'Derniers communiqués',
    all: plural({
      one: 'Le seul communiqué ({count})',
      many: 'Les {count} de communiqués',
      other: 'Les {count} communiqués',
    }),
  },

  list: {
    all: 'Tous les communiqués',
    allDescription: 'Tous les communiqués de presse de {site}, du plus récent au plus ancien.',
    of: 'Communiqués de presse : {period}.',
    ofTheDay: 'Communiqués de ce jour',
    countAndPage: '{count}, page {number} sur {last}',
    pages: 'Pages',
    page: 'Page {number}',
    newer: 'Plus récents',
    older: 'Plus anciens',
    years: 'Années',
    months: 'Mois',
    days: 'Jours',
    byYear: 'Communiqués par année',
    byMonth: 'Communiqués de {year} par mois',
    barCount: '{name}, {count}',
    searchOrFollow: '{search} ou {feed}',
    searchThese: 'Rechercher dans ces communiqués',
    followThese: 'les suivre par RSS',
    follow: 'Suivre cette liste par RSS',
  },

  office: {
    member: 'Élu',
    party: 'Parti',
    district: 'Circonscription',
    opened: 'Ouverture',
    closed: 'Fermeture',
    closes: 'Fermeture prévue',
    closedOn: 'Ce bureau a fermé le {day}.',
    caucuses: plural({ one: 'Groupe', many: 'Groupes', other: 'Groupes' }),
  },

  accessibility: {
    title: 'Accessibilité',
    wish: '{publisher} souhaite que chacun puisse lire ces archives, quels que soient l’appareil ou la technologie d’assistance utilisés.',
    standard: 'Norme',
    conforms:
      'Les pages de ces archives sont conçues pour respecter les Règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveau AA. Elles les respectent en partie : ce qui, à notre connaissance, ne les respecte pas est indiqué plus bas.',
    tested: 'Comment les tests ont été faits',
    machine:
      'Chaque type de page du programme qui produit ce site est testé dans un navigateur : avec axe-core, sur fond clair et sombre et en couleurs forcées ; sur des largeurs de 320 à 1 920 pixels, avec un zoom de 400 % et avec l’espacement du texte des WCAG, pour que rien ne soit coupé ; et en partie au clavier seul. De tels tests ne trouvent qu’une partie des obstacles. Ils n’ont pas porté sur les textes et documents de ces archives.',
    limits: 'Ce qui n’est pas accessible',
    issued:
      'Les communiqués sont présentés tels qu’ils ont été publiés : avec des majuscules, des tableaux et des images auxquels peut manquer ce dont les lecteurs d’écran ont besoin.',
    barriers: {
      picture: plural({
        one: '{count} image des textes n’a pas de description pour les personnes qui ne la voient pas.',
        many: '{count} d’images des textes n’ont pas de description pour les personnes qui ne les voient pas.',
        other:
          '{count} images des textes n’ont pas de description pour les personnes qui ne les voient pas.',
      }),
      link: plural({
        one: '{count} lien ne dit pas où il mène.',
        many: '{count} de liens ne disent pas où ils mènent.',
        other: '{count} liens ne disent pas où ils mènent.',
      }),
      table: plural({
        one: '{count} tableau n’a pas d’en-tête qui nomme ses colonnes.',
        many: '{count} de tableaux n’ont pas d’en-tête qui nomme leurs colonnes.',
        other: '{count} tableaux n’ont pas d’en-tête qui nomme leurs colonnes.',
      }),
      heading: plural({
        one: '{count} intertitre saute un niveau.',
        many: '{count} d’intertitres sautent un niveau.',
        other: '{count} intertitres sautent un niveau.',
      }),
      capitals: plural({
        one: '{count} titre ou paragraphe est entièrement en majuscules.',
        many: '{count} de titres ou paragraphes sont entièrement en majuscules.',
        other: '{count} titres ou paragraphes sont entièrement en majuscules.',
      }),
      recording: plural({
        one: '{count} enregistrement n’a ni transcription ni sous-titres.',
        many: '{count} d’enregistrements n’ont ni transcription ni sous-titres.',
        other: '{count} enregistrements n’ont ni transcription ni sous-titres.',
      }),
    },
    pdfs: plural({
      one: 'Ces archives contiennent {count} document PDF.',
      many: 'Ces archives contiennent {count} de documents PDF.',
      other: 'Ces archives contiennent {count} documents PDF.',
    }),
    untagged: plural({
      one: '{count} document PDF n’a pas de balises : les lecteurs d’écran n’en reconnaissent ni les titres, ni les listes, ni les tableaux.',
      many: '{count} de documents PDF n’ont pas de balises : les lecteurs d’écran n’en reconnaissent ni les titres, ni les listes, ni les tableaux.',
      other:
        '{count} documents PDF n’ont pas de balises : les lecteurs d’écran n’en reconnaissent ni les titres, ni les listes, ni les tableaux.',
    }),
    allTagged: 'Tous ont des balises.',
    archived:
      'Les communiqués marqués « Archivé » ont été publiés avant le {day} et sont conservés sans modification, uniquement à des fins de consultation, de recherche et de documentation.',
    help: 'Si vous ne pouvez pas lire quelque chose',
    ask: 'Demandez-le dans un autre format à {contact}. Indiquez la page ou le document, et la forme dont vous avez besoin.',
    reviewed: 'Cette déclaration a été revue pour la dernière fois le {day}.',
  },

  archived: {
    flag: 'Archivé',
    release:
      '**Archivé.** Ce communiqué a été publié avant le {day} et n’a pas été modifié depuis. Il est conservé uniquement à des fins de consultation, de recherche et de documentation.',
    area: '**Archives.** Les communiqués marqués « Archivé » ont été publiés avant le {day} et n’ont pas été modifiés depuis. Ils sont conservés uniquement à des fins de consultation, de recherche et de documentation.',
  },

  release: {
    from: 'Communiqué de presse : {offices}',
    closedThis: 'Ce bureau a fermé en {month}.',
    closedOne: '{office} : fermeture en {month}.',
    caucus: 'Groupe',
    topics: 'Thèmes',
    speakers: 'Personnes citées',
    bills: 'Projets de loi',
    contact: 'Contact :',
    skipToContact: 'Aller au contact presse',
    skipToCitation: 'Aller à la façon de le citer',
    publishedIn: 'Publié en {year}',
    contactIn: 'Contact presse en {year} :',
    contactNow: 'Contact presse actuel :',
    attachments: 'Pièces jointes',
    firstPublished: 'Première publication : {address}',
    print: '{site}, {day}, {address}',
    printVersion: 'Version {digest}',
    draft: '**Brouillon.** Il n’est pas publié.',
    heldUntil: '**Pas encore publié.** Il paraîtra le {time}.',
    withdrawnOn: '**Retiré** le {day}. {reason}',
    correctedBy: '**Corrigé** par le communiqué du {day} : {title}',
    corrects: '**Corrige** le communiqué du {day} : {title}',
    correction: '**Correction**, {day} : {note}',
    more: 'Autres communiqués',
    sameOffice: 'Du même bureau',
    next: 'Suivant',
    previous: 'Précédent',
    otherLanguages: 'Dans d’autres langues',
    related: 'Communiqués liés',
    alsoOn: 'Également du {day}',
    allOfDay: plural({
      one: 'Le seul communiqué de ce jour ({count})',
      many: 'Les {count} de communiqués de ce jour',
      other: 'Les {count} communiqués de ce jour',
    }),
  },

  attributions: {
    heading: 'Qui dit quoi',
    byRule: 'attribution automatique',
    note: 'Les noms marqués « attribution automatique » ont été déduits des mots qui accompagnent une citation ; le bureau ne les a pas donnés. [Comment cela se fait](/about/#who-says-what).',
    more: plural({
      one: '{count} autre dans ce communiqué',
      many: '{count} autres dans ce communiqué',
      other: '{count} autres dans ce communiqué',
    }),
  },

  echoes: {
    heading: 'Dit aussi dans d’autres communiqués',
    alike: 'Presque identiques dans leur ensemble :',
    count: plural({
      one: 'Dit aussi dans {count} communiqué',
      many: 'Dit aussi dans {count} communiqués',
      other: 'Dit aussi dans {count} communiqués',
    }),
    many: 'Dit aussi dans plus de {count} communiqués',
    boilerplate: 'Texte type, dans plus de {count} communiqués d’un même bureau',
    near: 'presque dans les mêmes termes',
    search: 'Chercher ces mots dans tous les communiqués',
  },

  history: {
    heading: 'Historique',
    issued: 'Publié.',
    withdrawn: 'Retiré. {reason}',
    correction: 'Correction : {note}',
    added: plural({
      one: 'Déclaration ajoutée : {statements}',
      many: '{count} de déclarations ajoutées : {statements}',
      other: '{count} déclarations ajoutées : {statements}',
    }),
    edited: plural({
      one: 'Déclaration modifiée : {statements}',
      many: '{count} de déclarations modifiées : {statements}',
      other: '{count} déclarations modifiées : {statements}',
    }),
    moved: plural({
      one: 'Déclaration déplacée : {statements}',
      many: '{count} de déclarations déplacées : {statements}',
      other: '{count} déclarations déplacées : {statements}',
    }),
    split: plural({
      one: 'Déclaration scindée : {statements}',
      many: '{count} de déclarations scindées : {statements}',
      other: '{count} déclarations scindées : {statements}',
    }),
    merged: plural({
      one: 'Déclaration fusionnée : {statements}',
      many: '{count} de déclarations fusionnées : {statements}',
      other: '{count} déclarations fusionnées : {statements}',
    }),
    removed: plural({
      one: 'Déclaration supprimée : {statements}',
      many: '{count} de déclarations supprimées : {statements}',
      other: '{count} déclarations supprimées : {statements}',
    }),
    restored: plural({
      one: 'Déclaration rétablie : {statements}',
      many: '{count} de déclarations rétablies : {statements}',
      other: '{count} déclarations rétablies : {statements}',
    }),
    quoted: '« {words} »',
    after: 'après {words}',
    first: 'au début',
    removedSince: '{place} (supprimée depuis)',
    away: '{place} (maintenant dans un autre communiqué)',
    rewording: 'Les mots avant et après',
    deleted: 'supprimé :',
    inserted: 'inséré :',
    forgotten: 'Mots antérieurs retirés de cet historique : {statements}. {reason}',
  },

  text: {
    linkTo: 'Lien vers : {words}',
    notes: 'Notes',
    table: 'Tableau',
    edited: 'modifiée',
    editedOn: 'modifiée le {day}',
    earlierWords: 'Le lien peut citer une version antérieure de ces mots.',
    merged: 'La déclaration que cite le lien a été fusionnée avec celle-ci.',
    /** How much of an edited statement changed. */
    extents: {
      slight: 'quelques caractères seulement',
      numbers: 'des chiffres seulement',
      rewritten: 'réécrite pour l’essentiel',
      negated: 'le sens peut avoir changé',
    },
    changed: { split: 'scindée en deux ou plus', merged: 'fusionnée avec une autre déclaration' },
    /** How that is added to “edited on …”, and how a sentence follows. */
    inBrackets: ' ({words})',
    nextSentence: '. {words}',
    splitCited:
      'Le lien cite une déclaration qui a été scindée ; voici la partie qui lui ressemble le plus.',
    /** With links to them. */
    otherParts: 'Ses autres parties : {parts}',
    /** For those who come by the link of a statement that only moved, or came back. */
    cameOn: {
      moved:
        'Cette déclaration a été déplacée ici depuis un autre endroit de ce communiqué le {day}.',
      restored: 'Cette déclaration avait été supprimée et a été rétablie le {day}.',
    },
    movedAway: 'La déclaration qui figurait ici se trouve maintenant dans un autre communiqué.',
    removed: 'Une déclaration qui figurait ici a été supprimée.',
    removedOn: 'Une déclaration qui figurait ici a été supprimée le {day}.',
    cited: 'C’est celle que cite le lien.',
  },

  cite: {
    heading: 'Citer ce communiqué',
    withAddress: '{citation}. {address}',
    styles: 'APA, Chicago, MLA…',
    asJson: 'Le communiqué en JSON',
    asText: 'Le communiqué en texte brut',
    statements: 'Chaque déclaration peut être citée séparément : suivez le signe ¶ à côté d’elle.',
  },

  citing: {
    toolbar: 'Citer cette déclaration',
    copyLink: 'Copier le lien',
    copyQuotation: 'Copier la citation',
    cite: 'Citer…',
    checkQuotation: 'Vérifier la citation',
    collect: 'Ajouter à la collection',
    collected: 'Ajoutée à la collection',
    notCollected: 'La déclaration n’a pas pu être ajoutée',
    linkCopied: 'Lien copié',
    linkInAddressBar: 'Le lien est dans la barre d’adresse',
    quotationCopied: 'Citation copiée',
    quotationNotCopied: 'La citation n’a pas pu être copiée',
    quotation: '« {words} »',
    citationNotLoaded: 'La référence n’a pas pu être chargée',
    loading: 'Chargement…',
    close: 'Fermer',
    copyCitation: 'Copier la référence',
    citationCopied: 'Référence copiée',
    citationNotCopied: 'La référence n’a pas pu être copiée',
    credit: 'Références établies par CSL (citeproc-js).',
    style: 'Style',
    tableRow: 'Ligne de tableau',
    styleNotLoaded:
      'Ce style n’a pas pu être chargé. Les fichiers ci-dessous contiennent aussi la référence.',
    clearHighlights: 'Effacer le surlignage',
    unknownStatement:
      'Ce lien désigne une déclaration que ce communiqué n’a jamais contenue. L’adresse comporte peut-être une faute de frappe.',
    searchInstead: 'Rechercher ses mots',
  },

  searching: {
    found: plural({
      one: '{count} communiqué trouvé',
      many: '{count} de communiqués trouvés',
      other: '{count} communiqués trouvés',
    }),
    byRule: 'attribution automatique',
    noneFound: 'Aucun communiqué trouvé',
    more: 'Afficher plus de résultats',
    notLoaded:
      'La recherche n’a pas pu être chargée. Parcourez plutôt les communiqués par date, bureau ou thème.',
    noIndex:
      'Des fichiers de l’index de recherche manquent : cette copie du site est incomplète, ou une plus récente vient d’être publiée. Rechargez la page, ou parcourez les listes par date, bureau ou thème.',
    moreInRelease: plural({
      one: '{count} autre dans ce communiqué',
      many: '{count} autres dans ce communiqué',
      other: '{count} autres dans ce communiqué',
    }),
    chip: '{operator} : {name}',
    operators: {
      office: 'bureau',
      caucus: 'groupe',
      topic: 'thème',
      speaker: 'personne citée',
      bill: 'projet de loi',
      language: 'langue',
      year: 'année',
    },
    phrase: '« {words} »',
    without: 'sans « {words} »',
    before: 'avant {day}',
    after: 'après {day}',
    from: 'à partir du {day}',
    to: 'jusqu’au {day}',
    remove: 'Retirer : {chip}',
    legends: {
      office: 'Bureau',
      caucus: 'Groupe',
      topic: 'Thème',
      speaker: 'Personne citée',
      bill: 'Projet de loi',
      year: 'Année',
      language: 'Langue',
    },
    names: {
      office: 'bureaux',
      caucus: 'groupes',
      topic: 'thèmes',
      speaker: 'personnes citées',
      bill: 'projets de loi',
      year: 'années',
      language: 'langues',
    },
    filter: 'Filtrer les {names}',
    matching: '{count} {names} sur {all}',
    moreNames: plural({ one: '{count} autre', many: '{count} autres', other: '{count} autres' }),
    limit: 'Voici {shown} {names} sur {all}. Le champ ci-dessus trouve les autres.',
    allYears: 'Toutes les années',
    decade: 'Années {year}',
    bar: plural({
      one: '{time}, {count} communiqué',
      many: '{time}, {count} de communiqués',
      other: '{time}, {count} communiqués',
    }),
    spelling: 'Vouliez-vous dire',
    withoutFilters: 'Chercher sans filtres ni dates :',
    fewerWords: 'Chercher avec moins de mots :',
    unquoted: 'Chercher sans guillemets :',
    nearest: 'La déclaration la plus proche de « {words} » :',
    checkQuotation: 'Vérifier mot à mot comme citation :',
    check: 'Vérifier comme citation',
    onDay: 'Chercher seulement les communiqués de la date suivante :',
    onlyFrom: 'Chercher seulement les communiqués de',
    namedFirst: 'Les communiqués de {names} viennent en premier.',
    rankAlike: 'Tout classer de la même façon',
    searchedAsWords: '« {typed} » est cherché comme de simples mots : {reason}.',
    ignored: plural({
      one: '{words} figure presque partout et n’est pas exigé. Les guillemets exigent chaque mot.',
      many: '{words} figurent presque partout et ne sont pas exigés. Les guillemets exigent chaque mot.',
      other:
        '{words} figurent presque partout et ne sont pas exigés. Les guillemets exigent chaque mot.',
    }),
    beginning: 'Les mots qui commencent par « {words} » sont cherchés.',
    unknown: 'Aucun communiqué ne contient {words}.',
    otherForms:
      'Aucun communiqué ne contient {words} tel quel ; ceux-ci en contiennent d’autres formes.',
    noMinus: 'le signe moins n’exclut que des mots et des expressions',
    noOperator: 'l’opérateur « {name}: » n’existe pas',
    noOperatorButNear: 'l’opérateur « {name}: » n’existe pas ; vouliez-vous dire « {near}: » ?',
    noYear: 'une année a quatre chiffres, comme dans « year:2017 »',
    noName: 'il manque un nom après « {operator}: »',
    noDate:
      'une date s’écrit comme dans « {operator}:2017 », « {operator}:2017-11 » ou « {operator}:2017-11-22 »',
    noDay: 'ce jour n’existe pas dans le calendrier',
    noRange: 'une période s’écrit comme « 2004..2006 » ou « 2006-05-04..2006-06-01 »',
    noStar: 'l’astérisque suit un mot de deux lettres ou plus, comme « immigra* »',
    noOrFilter: 'un filtre vaut pour toute la recherche, et non pour un côté de OR',
    nothingJoined: 'rien ne suit qu’il puisse joindre',
  },

  collecting: {
    empty:
      'Rien n’est encore réuni. Choisissez « Ajouter à la collection » près du signe ¶ d’une déclaration, ou collez des liens ci-dessous.',
    reading: 'Chargement…',
    count: plural({
      one: '{count} entrée',
      many: '{count} d’entrées',
      other: '{count} entrées',
    }),
    notLoaded: 'Certaines entrées n’ont pas pu être chargées. Rechargez la page pour réessayer.',
    unreadable: 'Une partie de l’adresse de cette page n’a pas pu être lue et a été omise.',
    noLinks: 'Il n’y a ici aucun lien vers un communiqué ou une déclaration.',
    edited: 'Modifiée depuis la création de son lien ; voici ses mots actuels.',
    removed: 'Cette déclaration a été supprimée de son communiqué :',
    unknown: 'Son communiqué n’a jamais contenu cette déclaration :',
    gone: 'Ce communiqué ne figure pas dans les archives :',
    failed: 'Impossible à charger :',
    open: 'Ouvrir dans son communiqué',
    remove: 'Retirer',
    removeOf: 'Retirer : {words}',
    linkCopied: 'Lien de cette collection copié',
    linkNotCopied: 'Le lien n’a pas pu être copié ; il est dans la barre d’adresse',
    plain: 'Court',
    styleNotLoaded: 'Ce style n’a pas pu être chargé.',
    citation: '{offices}, « {title} », {day}. {address}',
    title: 'Collection de {site}',
    retrieved: plural({
      one: 'Consulté le {day} : {count} entrée',
      many: 'Consulté le {day} : {count} d’entrées',
      other: 'Consulté le {day} : {count} entrées',
    }),
    saved: 'Enregistré sous {file}',
  },

  exporting: {
    search: 'Recherche dans {site} : {query}',
    filteredSearch: 'Recherche dans {site}',
    whole: plural({
      one: 'Consulté le {day} : {count} communiqué',
      many: 'Consulté le {day} : {count} de communiqués',
      other: 'Consulté le {day} : {count} communiqués',
    }),
    part: 'Consulté le {day} : les {count} premiers communiqués sur {all}',
    progress: '{count} sur {all}…',
    saved: 'Enregistré sous {file}',
    failed:
      'Le fichier n’a pas pu être créé : des parties de ce site n’ont pas pu être chargées. Réessayez.',
  },

  overTime: {
    heading: 'Au fil du temps, par bureau',
    caption: 'Communiqués au fil du temps, par bureau',
    office: 'Bureau',
    all: 'Tous les bureaux',
    others: plural({
      one: '{count} autre bureau',
      many: '{count} d’autres bureaux',
      other: '{count} autres bureaux',
    }),
    failed: 'Le tableau n’a pas pu être chargé. Fermez-le et rouvrez-le.',
  },

  quoting: {
    checking: 'Vérification…',
    notLoaded:
      'La citation n’a pas pu être vérifiée. Des fichiers de ce site n’ont pas pu être chargés ; réessayez.',
    empty: 'Collez d’abord une citation.',
    answers: {
      verbatim: 'Mot pour mot dans ces archives',
      altered: 'À peu près, mais pas mot pour mot',
      edited:
        'Mot pour mot telle qu’elle était avant une modification : la déclaration a d’autres mots maintenant, ou elle a été supprimée',
      scattered:
        'Tirée de plusieurs communiqués : ses parties y sont mot pour mot, mais personne n’a dit le tout',
      short: 'Trop courte pour être trouvée : donnez au moins cinq mots',
      none: 'Introuvable dans ces archives',
      nearest: 'Introuvable dans ces archives. Ces déclarations s’en approchent le plus :',
    },
    common: plural({
      one: 'Dans {count} communiqué : trop fréquente pour dire lequel est cité',
      many: 'Dans {count} de communiqués : trop fréquente pour dire lequel est cité',
      other: 'Dans {count} communiqués : trop fréquente pour dire lequel est cité',
    }),
    commonAtLeast: 'Dans {count} communiqués ou plus : trop fréquente pour dire lequel est cité',
    readAsSame: 'Lu comme identique : {list}.',
    understood: {
      brackets: 'ce que remplacent les crochets',
      ellipsis: 'les parties que joignent des points de suspension',
      quotationMarks: 'd’autres guillemets',
      dashes: 'd’autres tirets',
      case: 'd’autres majuscules',
      punctuation: 'une autre ponctuation',
      statements: 'la déclaration suivante, où elle continue',
    },
    differences: 'Ce qui diffère',
    missing: 'manque :',
    added: 'ajouté :',
    legend:
      'Barré : les mots de la déclaration qui manquent à la citation. Souligné : les mots que seule la citation contient.',
    removed: 'Cette déclaration a été supprimée.',
    until: 'Jusqu’au {day}, on y lisait :',
    found: 'Déclarations',
  },

  status: {
    withdrawn: 'Retiré le {day}',
    corrected: 'Corrigé le {day}',
    correctedBy: 'Corrigé par le communiqué du {day}',
  },

  gone: {
    title: 'Un communiqué qui ne figure plus dans les archives',
    description: 'Un communiqué de presse du {day} qui a été retiré des archives.',
    heading: 'Ce communiqué ne figure plus dans les archives',
    hadAddress: 'Un communiqué de presse du {day} se trouvait à cette adresse.',
    goneOn: 'Il a été retiré des archives le {day}. {reason}',
    gone: 'Il a été retiré des archives.',
    instead:
      '[Recherchez dans tous les communiqués](/search/) ou [parcourez-les par date](/releases/).',
    statement: 'La déclaration que cite le lien a été supprimée avec son communiqué.',
  },

  moved: {
    description: 'Ce communiqué a changé d’adresse.',
    heading: 'Ce communiqué a changé d’adresse',
    nowAt: 'Il se trouve maintenant ici : {release}.',
  },
  warnings: plural({
    one: '{count} avertissement',
    many: '{count} d’avertissements',
    other: '{count} avertissements',
  }),
  faults: plural({
    one: '{count} problème à corriger',
    many: '{count} de problèmes à corriger',
    other: '{count} problèmes à corriger',
  }),

  movedPage: {
    description: 'Cette page a changé d’adresse.',
    heading: 'Cette page a changé d’adresse',
    nowAt: 'Elle se trouve maintenant ici : {release}.',
  },

  notFound: {
    title: 'Page introuvable',
    description: 'Cette page n’existe pas.',
    heading: 'Il n’y a pas de page à cette adresse',
    explanation:
      'Quand un communiqué change d’adresse ou est retiré de ces archives, une page l’indique à sa place : l’adresse contient donc peut-être une faute de frappe. Recherchez les mots dont vous vous souvenez, ou [parcourez tous les communiqués](/releases/).',
  },

  feeds: {
    title: 'Flux',
    description: 'Comment suivre les nouveautés de {site}.',
    explanation:
      'Un flux vous apporte chaque nouveau communiqué avec son texte intégral. Donnez son adresse à un lecteur de flux, et rien ne vous échappera : personne n’a besoin de savoir qui vous êtes, et aucune adresse électronique n’est demandée. Chaque flux existe en RSS et en JSON Feed, et contient les cinquante communiqués les plus récents.',
    all: 'Tous les communiqués',
    corrections: 'Corrections et retraits seulement',
    noSearch:
      'Il n’y a pas de flux pour une recherche : ce site est fait de fichiers, et aucun ne peut répondre. Pour voir ce qui est nouveau sur certains mots, recherchez-les et triez « du plus récent au plus ancien » ; vous pouvez garder cette adresse dans vos favoris.',
    of: '{format} : {name}',
    entry: '{name} : {formats}',
    correctionsTitle: 'Corrections et retraits – {site}',
    correctionsDescription: 'Communiqués de presse de {site} qui ont été corrigés ou retirés.',
    replacedBy: 'Remplacé par un communiqué ultérieur : {title}',
    collectionDescription: 'Communiqués de presse : {name}, du plus récent au plus ancien.',
    closedTitle: '{name} : fermeture',
    closed: '{name} : fermeture le {day}. Ce flux s’arrête ici : rien n’y sera plus ajouté.',
    closedLinks: 'Les communiqués restent à l’adresse {address} ; il y a {feeds}.',
    otherFeeds: 'd’autres flux',
  },

  about: {
    title: 'À propos',
    description: 'Ce que contient {site} et ce que le site promet.',
    heading: 'À propos de ces archives',
    holds: plural({
      one: 'Elles contiennent {count} communiqué.',
      many: 'Elles contiennent {count} de communiqués.',
      other: 'Elles contiennent {count} communiqués.',
    }),
    publisher: 'Elles sont publiées par {publisher}.',
    promises: 'Ce qu’elles promettent',
    asIssued:
      '**Les mots tels que publiés.** Un communiqué est présenté ici tel qu’il a été publié : son orthographe, ses guillemets, son ordre. Les corrections et les retraits sont ajoutés en tête, avec leur date ; ils ne remplacent pas ce qui a été dit.',
    addresses:
      '**Des adresses qui restent.** Un communiqué garde son adresse. S’il doit en changer, l’ancienne mène à la nouvelle ; s’il est retiré, son adresse le dit et explique pourquoi.',
    citable:
      '**Des déclarations que l’on peut citer pour toujours.** Le lien vers une déclaration ouvre cette déclaration, quoi qu’on ait modifié depuis. Les modifications sont signalées à côté d’elle avec leur date ; là où une déclaration a été supprimée, une note le dit.',
    privacy:
      '**On ne vous demande rien.** Ni cookie, ni compte, ni suivi, ni requête vers un autre site. Chaque page peut être lue et chaque lien suivi sans JavaScript ; seule la recherche en a besoin.',
    citing: 'Comment citer une déclaration',
    permalinks:
      'Chaque paragraphe, élément de liste, ligne de tableau et paragraphe d’une citation est une déclaration qui a son propre lien. Pointez-la, ou atteignez-la au clavier, et suivez le signe ¶ : l’adresse de la page se termine alors par `#s-` et huit caractères, et elle est copiée. Sélectionnez d’abord des mots d’une déclaration, et le lien copié ne surligne que ceux-là. « Copier la citation » copie les mots avec leur source, leur date et leur lien.',
    ids: 'Ces caractères sont formés à partir des mots de la déclaration : les quarante premiers bits du SHA-256 du texte (sous la forme NFC d’Unicode, les espaces réduites à une seule, en UTF-8), en base32 minuscule. Quiconque possède les mots peut recalculer l’adresse, et prouver ainsi qu’une citation est exacte. Quand les mêmes mots figurent deux fois dans un communiqué, la seconde déclaration porte `-2` à la fin. Une déclaration modifiée garde l’adresse de ses premiers mots.',
    whoSays: 'Qui dit quoi',
    attribution:
      'Un communiqué indique rarement dans ses champs qui parle dans chacune de ses déclarations. Des règles lisent donc les mots qui accompagnent une citation, comme dans “…,” said Sam Sample, en anglais et en espagnol. Ce qui est douteux reste ouvert. Les noms trouvés ainsi portent la mention « attribution automatique » partout où ils apparaissent, et les [données](/data/) contiennent les mots qui ont mené à chacun. Ce que dit le bureau lui-même passe avant.',
    repeated: 'Dit plus d’une fois',
    echoes:
      'Une déclaration qui figure aussi dans d’autres communiqués indique dans combien, et la liste au bas du communiqué mène à chacun. Les communiqués sont comparés mot à mot : *presque dans les mêmes termes* veut dire que, de toutes les paires de mots successifs de l’une ou l’autre déclaration, au moins 60 % sont dans les deux ; celles de moins de huit mots ne sont pas comparées. Ce qu’un bureau répète dans beaucoup de communiqués, comme ce qu’il dit de lui-même, est marqué comme texte type et replié ; rien n’en est omis. Les communiqués retirés ne sont pas comparés.',
    searching: 'Comment rechercher',
    search:
      'La [recherche](/search/) trouve les communiqués qui contiennent tous vos mots et montre les déclarations qui correspondent le mieux. Mettez un nom ou une expression entre guillemets pour trouver exactement ces mots dans cet ordre. Les accents ne comptent pas : *Viet Nam* trouve *Việt Nam*.',
    browsing: 'Façons de parcourir',
    browse:
      'Par [date](/releases/), [bureau](/offices/), [groupe](/caucuses/), [thème](/topics/), [personne citée](/speakers/) et [projet de loi](/bills/). L’adresse d’un communiqué contient sa date ; coupez-la à n’importe quelle barre oblique pour obtenir les communiqués de ce jour, de ce mois ou de cette année.',
  },

  data: {
    title: 'Données',
    description: 'Tout {site} sous forme de données, et comment le citer.',
    all: plural({
      one: 'Chacun peut télécharger le communiqué ({count}), sans demander. Les fichiers contiennent tout ce que montre sa page : les mots de chaque déclaration avec son identifiant, les champs, la façon de le citer.',
      many: 'Chacun peut télécharger d’un coup les {count} de communiqués, sans demander. Les fichiers contiennent tout ce que montre la page d’un communiqué : les mots de chaque déclaration avec son identifiant, les champs, la façon de le citer.',
      other:
        'Chacun peut télécharger d’un coup les {count} communiqués, sans demander. Les fichiers contiennent tout ce que montre la page d’un communiqué : les mots de chaque déclaration avec son identifiant, les champs, la façon de le citer.',
    }),
    noLicense:
      'Ces archives n’indiquent aucune licence pour leurs données. Les mots des communiqués appartiennent à ceux qui les ont publiés.',
    license: 'Les données peuvent être utilisées selon la licence {license}.',
    files: 'Fichiers',
    csv: "Une ligne par communiqué : ses champs, son adresse, le SHA-256 de ses données. UTF-8. Une cellule qu’un tableur pourrait prendre pour une formule, parce qu’elle commence par `=`, `+`, `-` ou `@`, est précédée d’une apostrophe : un programme qui lit le tableau retire un `'` là où un tel caractère suit des apostrophes et des espaces. Dans Excel, ouvrez-le par Données › À partir d’un fichier texte/CSV, avec le codage 65001 (UTF-8).",
    year: plural({
      one: '{count} communiqué avec toutes ses déclarations, un objet JSON par ligne.',
      many: '{count} de communiqués avec toutes leurs déclarations, un objet JSON par ligne.',
      other: '{count} communiqués avec toutes leurs déclarations, un objet JSON par ligne.',
    }),
    statementsCsv:
      'Les mêmes déclarations en tableau, une par ligne, avec communiqué, jour, bureaux, thèmes et langue. Il s’ouvre tel quel dans un tableur.',
    statementsParquet:
      'Le même tableau pour des programmes comme DuckDB, R et pandas, où les jours sont des jours et les listes des listes.',
    schema:
      'Le schéma JSON d’une ligne et de `release.json`. C’est la version {version} ; elle change quand un champ disparaît ou change de sens.',
    manifest:
      'La taille, le nombre d’entrées et le SHA-256 de chaque fichier, et l’empreinte des archives.',
    dataPackage:
      'Les tableaux CSV en paquet de données Frictionless Data, qui décrit leurs colonnes.',
    dcat: 'La même chose pour les catalogues de données ouvertes (DCAT).',
    citationFile: 'Comment citer les données, pour les programmes.',
    checksums:
      'Le SHA-256 de chaque fichier de ce site. Dans une copie, `sha256sum --check data/sha256sums.txt` montre si un octet a changé.',
    allFiles: {
      title: 'Tous les fichiers',
      description: 'Un lien vers chaque fichier de ce site, pour les programmes qui le copient.',
      explanation:
        'Les programmes qui copient un site en suivant ses liens trouvent ici ce vers quoi ses autres pages ne mènent pas, comme l’index de la recherche. La page [Données](/data/) explique comment tout copier en une commande.',
      preview:
        'Ceci est un aperçu : la liste est vide tant que `npm run build` n’a pas écrit les fichiers.',
    },
    beside: 'À côté de chaque communiqué',
    besideFiles:
      'À l’adresse d’un communiqué se trouvent `release.json`, identique à sa ligne ci-dessus, et, pour les gestionnaires de références, {files}.',
    file: '{file} ({name})',
    example: '{purpose} ({language})',
    download: 'Télécharger une année et vérifier qu’elle est complète',
    find: 'Trouver toutes les déclarations qui contiennent un mot',
    digest: 'Calculer l’empreinte des archives',
    countWords: 'Compter les déclarations où figure un mot, par année et par bureau',
    countBy: 'Compter les communiqués par année et par bureau',
    copies: {
      title: 'Copies de tout le site',
      explanation:
        'Une copie est le site lui-même, avec sa recherche. Servez son dossier au chemin du site, ici `{path}`. Ce que seuls les hébergeurs lisent, comme `.htaccess`, n’en fait pas partie. HTTrack écrit `_` pour ce que les noms de fichiers de Windows n’admettent pas, comme `?` et `*`, et ces fichiers manquent alors à sa copie.',
      byList: 'Par la liste de ses fichiers',
      byLinks: 'Par ses liens',
      asWarc: 'En archive web, WARC',
    },
    id: 'L’identifiant d’une déclaration',
    idExplained:
      '`s-` et huit caractères : les quarante premiers bits du SHA-256 des mots en NFC et UTF-8, en base32 minuscule. Une déclaration modifiée garde son identifiant ; son `digest` est alors l’identifiant qu’auraient ses mots actuels. Deux déclarations de deux communiqués peuvent avoir le même identifiant : comparez aussi les mots.',
    selectors: 'Les déclarations dans des annotations',
    selectorsExplained:
      '`selectors`, dans `release.json`, donne pour l’identifiant de chaque déclaration sa place dans la page, sous forme de `TextQuoteSelector` et de `TextPositionSelector` du Web Annotation Data Model du W3C. Le texte auquel tous deux se rapportent est le `textContent` de l’élément de classe `release-body` dans la page du communiqué, tel que le voient les navigateurs ; les positions comptent les points de code Unicode, à partir de 0. Là où deux endroits d’un communiqué ont les mêmes mots et les mêmes 32 caractères autour, le préfixe et le suffixe sont plus longs, jusqu’à 256 caractères.',
    archiveDigest: 'L’empreinte des archives',
    archiveDigestExplained:
      'Le `digest` de `manifest.json` identifie les mots et les champs de tous les communiqués, où et quand qu’ils soient publiés. Celui d’un communiqué est le SHA-256 de ses `id`, `frontmatter`, `statements` et `removed` dans `release.json`, en JSON canonique (RFC 8785) et en UTF-8 ; il est aussi dans ses données, sous `digest`. Celui des archives est le SHA-256 d’une ligne par communiqué, triées par id : l’empreinte en chiffres hexadécimaux, deux espaces, l’id, un saut de ligne.',
    citing: 'Comment citer',
    citeDataset: 'Citez l’ensemble des données ainsi :',
    cite: 'Citez un communiqué par son adresse, et une déclaration par la sienne : chaque page donne les formes sous « Citer ce communiqué ». Citez les données par l’empreinte indiquée dans `manifest.json`, qui identifie exactement ces mots.',
  },

  searchPage: {
    description: 'Rechercher dans le texte intégral de tous les communiqués.',
    words: 'Mots à rechercher',
    placeholder: 'Mots, ou “expression exacte”',
    from: 'Du',
    to: 'Au',
    sortBy: 'Trier par',
    relevance: 'Pertinence',
    oldestFirst: 'Du plus ancien au plus récent',
    byDate: 'Communiqués par date',
    chips: 'Filtres utilisés',
    filters: 'Filtres',
    needsScript:
      'La recherche a besoin de JavaScript, qui est désactivé ou n’est pas encore chargé.',
    otherSearches: 'Autres recherches',
    results: 'Résultats',
    download: 'Télécharger ces résultats',
    downloadNote:
      'Avec les déclarations trouvées, la requête et le jour ; au plus {count} communiqués.',
    browseInstead: 'Ou parcourez les listes',
    all: 'Tous les communiqués, du plus récent au plus ancien',
    how: 'Comment rechercher',
    slashKey: 'Appuyez sur {key} sur n’importe quelle page pour aller au champ de recherche',
  },

  collectionPage: {
    title: 'Collection',
    description: 'Des déclarations réunies, avec leurs références.',
    explanation:
      'Réunissez des déclarations de ces archives, avec la référence de chacune. La collection n’existe que dans l’adresse de cette page : gardez-la dans vos favoris ou partagez-la. **Rien n’est enregistré ailleurs ni envoyé à personne**. Tant que cette page est ouverte, « Ajouter à la collection » y ajoute ce que vous choisissez dans d’autres onglets.',
    needs: 'La collection a besoin de JavaScript, qui est désactivé ou pas encore chargé.',
    style: 'Style des références',
    copyLink: 'Copier le lien',
    print: 'Imprimer',
    download: 'Télécharger cette collection',
    links: 'Ajouter des liens vers des communiqués ou des déclarations',
    add: 'Ajouter',
  },

  quotePage: {
    title: 'Vérifier une citation',
    description: 'Si des mots sont cités de {site} mot pour mot.',
    explanation:
      'Collez des mots que l’on attribue à quelqu’un. La vérification dit s’ils sont mot pour mot dans une déclaration de ces archives, à peu près, ou nulle part. Elle se fait dans votre navigateur : **ce que vous collez n’est envoyé nulle part**.',
    label: 'Citation',
    check: 'Vérifier',
    needs:
      'La vérification a besoin de JavaScript, qui est désactivé ou pas encore chargé. Plus bas : comment vérifier à la main.',
    how: 'Comment une citation est lue',
    reads:
      'Les guillemets, les tirets, les espaces, les majuscules et la ponctuation ne comptent pas. Les crochets tiennent lieu de mots que la personne qui cite a remplacés, des points de suspension (…) des mots omis entre des parties d’un même communiqué. Une négation compte toujours. Moins de cinq mots ne suffisent pas.',
    byHand: 'Comment vérifier à la main',
    search:
      '[Cherchez](/search/) de six à dix de ses mots à la suite, entre guillemets, et comparez mot à mot la déclaration trouvée.',
    id: 'Pour une déclaration entière, l’adresse prouve les mots : `s-` et les quarante premiers bits de SHA-256 du texte (NFC, espaces réduites à une seule, UTF-8) en base32 minuscule sont ce qui suit le `#` de son lien, sauf si elle a été modifiée. Les [Données](/data/) contiennent un programme pour cela.',
    data: 'Ou prenez [toutes les déclarations sous forme de données](/data/) et cherchez-y les mots.',
  },

  searchHelp: {
    phrase:
      'Les guillemets trouvent exactement ces mots dans cet ordre : pour les noms et les expressions.',
    words: 'Sans guillemets, les communiqués qui contiennent tous les mots.',
    without: 'Écarte les communiqués qui contiennent un mot : un signe moins juste devant.',
    either: 'L’un de deux mots.',
    several: 'Les parenthèses en groupent plusieurs.',
    beginning: 'Mots qui commencent ainsi.',
    office: 'D’un bureau, par son nom dans les adresses.',
    caucus: 'D’un groupe ; mettez entre guillemets un nom de plusieurs mots.',
    topic: 'Sur un thème.',
    speaker: 'Qui citent cette personne.',
    bill: 'Sur un projet de loi, quelle que soit sa graphie ; le même numéro peut en désigner un autre à une autre session.',
    language: 'Dans une langue.',
    year: 'D’une année.',
    range: 'De la première à la dernière de ces années, de ces mois ou de ces dates.',
    before: 'Publiés avant une année, un mois ou un jour.',
    after: 'Publiés après une année, un mois ou un jour.',
  },
} satisfies Words;
