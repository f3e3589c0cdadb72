import { plural } from './plural.ts';
import type { Words } from './words.ts';

/** Español. */
export const es = {
  releases: plural({
    one: '{count} comunicado',
    many: '{count} de comunicados',
    other: '{count} comunicados',
  }),
  noReleases: 'Todavía no hay comunicados',
  pressRelease: 'Comunicado de prensa',
  search: 'Buscar',
  searchAll: 'Buscar comunicados',
  newestFirst: 'Los más recientes primero',
  pageOf: '{title}, página {number} de {last}',
  withdrawn: 'Retirado',
  corrected: 'Corregido',
  draft: 'Borrador',
  held: 'Aún no publicado',
  withdrawnTitle: 'Retirado: {title}',
  correctionTitle: 'Corrección: {title}',
  replacedTitle: 'Sustituido: {title}',
  citation: '{offices}, «{title}», {day}',
  citationWithStatus: '{citation} [{status}]',

  axes: {
    offices: {
      many: 'Oficinas',
      one: 'Oficina',
      all: plural({
        one: 'La única oficina ({count})',
        many: 'Las {count} de oficinas',
        other: 'Las {count} oficinas',
      }),
      by: 'Por oficina',
      none: 'Todavía no hay oficinas',
      description: 'Las oficinas de este archivo, cada una con sus comunicados de prensa.',
      releases: 'Comunicados de prensa de {name}.',
    },
    caucuses: {
      many: 'Caucus',
      one: 'Caucus',
      all: plural({
        one: 'El único caucus ({count})',
        many: 'Los {count} de caucus',
        other: 'Los {count} caucus',
      }),
      by: 'Por caucus',
      none: 'Todavía no hay ningún caucus',
      description: 'Los caucus de este archivo, cada uno con sus comunicados de prensa.',
      releases: 'Comunicados de prensa de {name}.',
    },
    topics: {
      many: 'Temas',
      one: 'Tema',
      all: plural({
        one: 'El único tema ({count})',
        many: 'Los {count} de temas',
        other: 'Los {count} temas',
      }),
      by: 'Por tema',
      none: 'Todavía no hay temas',
      description: 'Los temas de este archivo, cada uno con sus comunicados de prensa.',
      releases: 'Comunicados de prensa sobre el tema {name}.',
    },
    speakers: {
      many: 'Personas citadas',
      one: 'Persona citada',
      all: plural({
        one: 'La única persona citada ({count})',
        many: 'Las {count} de personas citadas',
        other: 'Las {count} personas citadas',
      }),
      by: 'Por persona citada',
      none: 'Todavía no se cita a nadie',
      description: 'Las personas citadas en este archivo, con los comunicados que las citan.',
      releases: 'Comunicados de prensa que citan a {name}.',
    },
    bills: {
      many: 'Proyectos de ley',
      one: 'Proyecto de ley',
      all: plural({
        one: 'El único proyecto de ley ({count})',
        many: 'Los {count} de proyectos de ley',
        other: 'Los {count} proyectos de ley',
      }),
      by: 'Por proyecto de ley',
      none: 'Todavía no hay proyectos de ley',
      description: 'Los proyectos de ley de este archivo, cada uno con sus comunicados de prensa.',
      releases: 'Comunicados de prensa sobre {name}.',
    },
  },

  page: {
    skip: 'Ir al contenido principal',
    print: '{site}, {address}',
    retrieved: 'Consultado el {day}.',
    main: 'Principal',
    releases: 'Comunicados',
    about: 'Acerca de',
    corrections: 'Correcciones y comunicados retirados',
    more: 'Más sobre este sitio',
    elsewhere: 'En otros sitios web',
    otherFormat:
      '¿Necesita esta página, o un documento de ella, en otro formato? Escriba o llame a {contact}.',
    footer:
      '{publisher}. Aquí cada declaración tiene una dirección propia, formada a partir de sus palabras. [Lo que promete este archivo](/about/). [Suscripciones](/feeds/). [Comprobar una cita](/quote/). [Reunir declaraciones](/collection/). [Datos](/data/).',
  },

  front: {
    search: plural({
      one: 'Buscar en {count} comunicado',
      many: 'Buscar en {count} de comunicados',
      other: 'Buscar en {count} comunicados',
    }),
    newest: 'Los comunicados más recientes',
    all: plural({
      one: 'El único comunicado ({count})',
      many: 'Los {count} de comunicados',
      other: 'Los {count} comunicados',
    }),
  },

  list: {
    all: 'Todos los comunicados',
    allDescription: 'Todos los comunicados de prensa de {site}, los más recientes primero.',
    of: 'Comunicados de prensa: {period}.',
    ofTheDay: 'Comunicados de este día',
    countAndPage: '{count}, página {number} de {last}',
    pages: 'Páginas',
    page: 'Página {number}',
    newer: 'Más recientes',
    older: 'Más antiguos',
    years: 'Años',
    months: 'Meses',
    days: 'Días',
    byYear: 'Comunicados por año',
    byMonth: 'Comunicados de {year} por mes',
    barCount: '{name}, {count}',
    searchOrFollow: '{search} o {feed}',
    searchThese: 'Buscar en estos comunicados',
    followThese: 'seguirlos por RSS',
    follow: 'Seguir esta lista por RSS',
  },

  office: {
    member: 'Titular',
    party: 'Partido',
    district: 'Distrito',
    opened: 'Apertura',
    closed: 'Cierre',
    closes: 'Cierre previsto',
    closedOn: 'Esta oficina cerró el {day}.',
    caucuses: plural({ one: 'Caucus', other: 'Caucus', many: 'Caucus' }),
  },

  accessibility: {
    title: 'Accesibilidad',
    wish: '{publisher} quiere que todas las personas puedan leer este archivo, sea cual sea el dispositivo o la tecnología de apoyo que utilicen.',
    standard: 'Norma',
    conforms:
      'Las páginas de este archivo están hechas para cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA. Las cumplen en parte: más abajo figura lo que, según se sabe, no las cumple.',
    tested: 'Cómo se ha probado',
    machine:
      'Cada tipo de página del programa que genera este sitio se prueba en un navegador: con axe-core, sobre fondo claro y oscuro y con colores forzados; con anchos de 320 a 1920 píxeles, con un zoom del 400 % y con el espaciado de texto de las WCAG, para que nada quede cortado; y en parte solo con el teclado. Estas pruebas encuentran solo algunas de las barreras. No se han hecho con los textos y documentos de este archivo.',
    limits: 'Lo que no es accesible',
    issued:
      'Los comunicados se muestran tal como se publicaron: con mayúsculas, tablas e imágenes a las que puede faltarles lo que necesitan los lectores de pantalla.',
    barriers: {
      picture: plural({
        one: '{count} imagen de los textos no tiene palabras para quienes no pueden verla.',
        many: '{count} de imágenes de los textos no tienen palabras para quienes no pueden verlas.',
        other: '{count} imágenes de los textos no tienen palabras para quienes no pueden verlas.',
      }),
      link: plural({
        one: '{count} enlace no dice adónde lleva.',
        many: '{count} de enlaces no dicen adónde llevan.',
        other: '{count} enlaces no dicen adónde llevan.',
      }),
      table: plural({
        one: '{count} tabla no tiene encabezado que nombre sus columnas.',
        many: '{count} de tablas no tienen encabezado que nombre sus columnas.',
        other: '{count} tablas no tienen encabezado que nombre sus columnas.',
      }),
      heading: plural({
        one: '{count} encabezado se salta un nivel.',
        many: '{count} de encabezados se saltan un nivel.',
        other: '{count} encabezados se saltan un nivel.',
      }),
      capitals: plural({
        one: '{count} titular o párrafo está todo en mayúsculas.',
        many: '{count} de titulares o párrafos están todos en mayúsculas.',
        other: '{count} titulares o párrafos están todos en mayúsculas.',
      }),
      recording: plural({
        one: '{count} grabación no tiene transcripción ni subtítulos.',
        many: '{count} de grabaciones no tienen transcripción ni subtítulos.',
        other: '{count} grabaciones no tienen transcripción ni subtítulos.',
      }),
    },
    pdfs: plural({
      one: 'En este archivo hay {count} documento PDF.',
      many: 'En este archivo hay {count} de documentos PDF.',
      other: 'En este archivo hay {count} documentos PDF.',
    }),
    untagged: plural({
      one: '{count} documento PDF no tiene etiquetas, por lo que los lectores de pantalla no reconocen sus títulos, listas y tablas.',
      many: '{count} de documentos PDF no tienen etiquetas, por lo que los lectores de pantalla no reconocen sus títulos, listas y tablas.',
      other:
        '{count} documentos PDF no tienen etiquetas, por lo que los lectores de pantalla no reconocen sus títulos, listas y tablas.',
    }),
    allTagged: 'Todos tienen etiquetas.',
    archived:
      'Los comunicados marcados como «Archivado» se publicaron antes del {day} y se conservan sin cambios solo para consulta, investigación y registro.',
    help: 'Si no puede leer algo',
    ask: 'Pídalo en otro formato a {contact}. Indique la página o el documento y la forma en que lo necesita.',
    reviewed: 'Esta declaración se revisó por última vez el {day}.',
  },

  archived: {
    flag: 'Archivado',
    release:
      '**Archivado.** Este comunicado se publicó antes del {day} y no se ha modificado desde entonces. Se conserva solo para consulta, investigación y registro.',
    area: '**Archivo.** Los comunicados marcados como «Archivado» se publicaron antes del {day} y no se han modificado desde entonces. Se conservan solo para consulta, investigación y registro.',
  },

  release: {
    from: 'Comunicado de prensa de {offices}',
    closedThis: 'Esta oficina cerró en {month}.',
    closedOne: '{office} cerró en {month}.',
    caucus: 'Caucus',
    topics: 'Temas',
    speakers: 'Personas citadas',
    bills: 'Proyectos de ley',
    contact: 'Contacto:',
    skipToContact: 'Ir al contacto de prensa',
    skipToCitation: 'Ir a cómo citarlo',
    publishedIn: 'Publicado en {year}',
    contactIn: 'Contacto de prensa en {year}:',
    contactNow: 'Contacto de prensa actual:',
    attachments: 'Archivos adjuntos',
    firstPublished: 'Publicado por primera vez en {address}',
    print: '{site}, {day}, {address}',
    printVersion: 'Versión {digest}',
    draft: '**Borrador.** No está publicado.',
    heldUntil: '**Aún no publicado.** Se publicará el {time}.',
    withdrawnOn: '**Retirado** el {day}. {reason}',
    correctedBy: '**Corregido** por el comunicado del {day}: {title}',
    corrects: '**Corrige** el comunicado del {day}: {title}',
    correction: '**Corrección**, {day}: {note}',
    more: 'Más comunicados',
    sameOffice: 'De la misma oficina',
    next: 'Siguiente',
    previous: 'Anterior',
    otherLanguages: 'En otros idiomas',
    related: 'Comunicados relacionados',
    alsoOn: 'También del {day}',
    allOfDay: plural({
      one: 'El único comunicado de este día ({count})',
      many: 'Los {count} de comunicados de este día',
      other: 'Los {count} comunicados de este día',
    }),
  },

  attributions: {
    heading: 'Quién dice qué',
    byRule: 'atribución automática',
    note: 'Los nombres marcados «atribución automática» se dedujeron de las palabras que acompañan a una cita; no los dio la oficina. [Cómo se hace](/about/#who-says-what).',
    more: plural({
      one: '{count} más en este comunicado',
      many: '{count} más en este comunicado',
      other: '{count} más en este comunicado',
    }),
  },

  echoes: {
    heading: 'Dicho también en otros comunicados',
    alike: 'Casi iguales en su conjunto:',
    count: plural({
      one: 'Dicho también en {count} comunicado',
      many: 'Dicho también en {count} comunicados',
      other: 'Dicho también en {count} comunicados',
    }),
    many: 'Dicho también en más de {count} comunicados',
    boilerplate: 'Texto habitual, en más de {count} comunicados de una misma oficina',
    near: 'casi con las mismas palabras',
    search: 'Buscar estas palabras en todos los comunicados',
  },

  history: {
    heading: 'Historial',
    issued: 'Emitido.',
    withdrawn: 'Retirado. {reason}',
    correction: 'Corrección: {note}',
    added: plural({
      one: 'Declaración añadida: {statements}',
      many: '{count} de declaraciones añadidas: {statements}',
      other: '{count} declaraciones añadidas: {statements}',
    }),
    edited: plural({
      one: 'Declaración editada: {statements}',
      many: '{count} de declaraciones editadas: {statements}',
      other: '{count} declaraciones editadas: {statements}',
    }),
    moved: plural({
      one: 'Declaración cambiada de lugar: {statements}',
      many: '{count} de declaraciones cambiadas de lugar: {statements}',
      other: '{count} declaraciones cambiadas de lugar: {statements}',
    }),
    split: plural({
      one: 'Declaración dividida: {statements}',
      many: '{count} de declaraciones divididas: {statements}',
      other: '{count} declaraciones divididas: {statements}',
    }),
    merged: plural({
      one: 'Declaración fusionada: {statements}',
      many: '{count} de declaraciones fusionadas: {statements}',
      other: '{count} declaraciones fusionadas: {statements}',
    }),
    removed: plural({
      one: 'Declaración eliminada: {statements}',
      many: '{count} de declaraciones eliminadas: {statements}',
      other: '{count} declaraciones eliminadas: {statements}',
    }),
    restored: plural({
      one: 'Declaración restablecida: {statements}',
      many: '{count} de declaraciones restablecidas: {statements}',
      other: '{count} declaraciones restablecidas: {statements}',
    }),
    quoted: '«{words}»',
    after: 'después de {words}',
    first: 'al principio',
    removedSince: '{place} (eliminada después)',
    away: '{place} (ahora en otro comunicado)',
    rewording: 'Palabras antes y después',
    deleted: 'eliminado:',
    inserted: 'insertado:',
    forgotten: 'Palabras anteriores retiradas de este historial: {statements}. {reason}',
  },

  text: {
    linkTo: 'Enlace a: {words}',
    notes: 'Notas',
    table: 'Tabla',
    edited: 'editada',
    editedOn: 'editada el {day}',
    earlierWords: 'El enlace puede citar sus palabras anteriores.',
    merged: 'La declaración que cita el enlace se fusionó con esta.',
    /** How much of an edited statement changed. */
    extents: {
      slight: 'solo unos pocos caracteres',
      numbers: 'solo cifras',
      rewritten: 'redactada de nuevo en su mayor parte',
      negated: 'el sentido puede haber cambiado',
    },
    changed: { split: 'dividida en dos o más', merged: 'fusionada con otra declaración' },
    /** How that is added to “edited on …”, and how a sentence follows. */
    inBrackets: ' ({words})',
    nextSentence: '. {words}',
    splitCited:
      'El enlace cita una declaración que se dividió; esta es la parte que más se le parece.',
    /** With links to them. */
    otherParts: 'Sus otras partes: {parts}',
    /** For those who come by the link of a statement that only moved, or came back. */
    cameOn: {
      moved: 'Esta declaración se trasladó aquí desde otro lugar de este comunicado el {day}.',
      restored: 'Esta declaración se había eliminado y se restituyó el {day}.',
    },
    movedAway: 'La declaración que estaba aquí está ahora en otro comunicado.',
    removed: 'Aquí había una declaración que se ha eliminado.',
    removedOn: 'Aquí había una declaración que se eliminó el {day}.',
    cited: 'Es la que cita el enlace.',
  },

  cite: {
    heading: 'Citar este comunicado',
    withAddress: '{citation}. {address}',
    styles: 'APA, Chicago, MLA…',
    asJson: 'El comunicado en JSON',
    asText: 'El comunicado como texto',
    statements: 'Cada declaración se puede citar por separado: siga el signo ¶ que la acompaña.',
  },

  citing: {
    toolbar: 'Citar esta declaración',
    copyLink: 'Copiar enlace',
    copyQuotation: 'Copiar cita',
    cite: 'Citar…',
    checkQuotation: 'Comprobar cita',
    collect: 'Añadir a la colección',
    collected: 'Añadida a la colección',
    notCollected: 'La declaración no se pudo añadir',
    linkCopied: 'Enlace copiado',
    linkInAddressBar: 'El enlace está en la barra de direcciones',
    quotationCopied: 'Cita copiada',
    quotationNotCopied: 'No se pudo copiar la cita',
    quotation: '«{words}»',
    citationNotLoaded: 'No se pudo cargar la referencia',
    loading: 'Cargando…',
    close: 'Cerrar',
    copyCitation: 'Copiar referencia',
    citationCopied: 'Referencia copiada',
    citationNotCopied: 'No se pudo copiar la referencia',
    credit: 'Referencias generadas con CSL (citeproc-js).',
    style: 'Estilo',
    tableRow: 'Fila de tabla',
    styleNotLoaded:
      'No se pudo cargar este estilo. Los archivos de abajo también contienen la referencia.',
    clearHighlights: 'Quitar el resaltado',
    unknownStatement:
      'Este enlace nombra una declaración que este comunicado nunca tuvo. Puede que la dirección tenga una errata.',
    searchInstead: 'Buscar sus palabras',
  },

  searching: {
    found: plural({
      one: '{count} comunicado encontrado',
      many: '{count} de comunicados encontrados',
      other: '{count} comunicados encontrados',
    }),
    byRule: 'atribución automática',
    noneFound: 'No se encontró ningún comunicado',
    more: 'Mostrar más resultados',
    notLoaded: 'No se pudo cargar la búsqueda. Consulte las listas por fecha, oficina o tema.',
    noIndex:
      'Faltan archivos del índice de búsqueda: esta copia del sitio está incompleta o acaba de publicarse una más reciente. Vuelva a cargar la página o consulte las listas por fecha, oficina o tema.',
    moreInRelease: plural({
      one: '{count} más en este comunicado',
      many: '{count} más en este comunicado',
      other: '{count} más en este comunicado',
    }),
    chip: '{operator}: {name}',
    operators: {
      office: 'oficina',
      caucus: 'caucus',
      topic: 'tema',
      speaker: 'persona citada',
      bill: 'proyecto de ley',
      language: 'idioma',
      year: 'año',
    },
    phrase: '«{words}»',
    without: 'sin «{words}»',
    before: 'antes de {day}',
    after: 'después de {day}',
    from: 'desde {day}',
    to: 'hasta {day}',
    remove: 'Quitar: {chip}',
    legends: {
      office: 'Oficina',
      caucus: 'Caucus',
      topic: 'Tema',
      speaker: 'Persona citada',
      bill: 'Proyecto de ley',
      year: 'Año',
      language: 'Idioma',
    },
    names: {
      office: 'oficinas',
      caucus: 'caucus',
      topic: 'temas',
      speaker: 'personas citadas',
      bill: 'proyectos de ley',
      year: 'años',
      language: 'idiomas',
    },
    filter: 'Filtrar {names}',
    matching: '{count} de {all} {names}',
    moreNames: plural({ one: '{count} más', many: '{count} más', other: '{count} más' }),
    limit: 'Se muestran {shown} de {all} {names}. El cuadro de arriba encuentra el resto.',
    allYears: 'Todos los años',
    decade: 'Años {year}',
    bar: plural({
      one: '{time}, {count} comunicado',
      many: '{time}, {count} de comunicados',
      other: '{time}, {count} comunicados',
    }),
    spelling: '¿Quiso decir',
    withoutFilters: 'Buscar sin filtros ni fechas:',
    fewerWords: 'Buscar con menos palabras:',
    unquoted: 'Buscar sin comillas:',
    nearest: 'La declaración más parecida a «{words}»:',
    checkQuotation: 'Comprobar palabra por palabra como cita:',
    check: 'Comprobar como cita',
    onDay: 'Buscar solo los comunicados de',
    onlyFrom: 'Buscar solo los comunicados de',
    namedFirst: 'Los comunicados de {names} van primero.',
    rankAlike: 'Ordenar todos por igual',
    searchedAsWords: '«{typed}» se busca como simples palabras: {reason}.',
    ignored: plural({
      one: '{words} aparece casi en todas partes y no se exige. Las comillas exigen todas las palabras.',
      many: '{words} aparecen casi en todas partes y no se exigen. Las comillas exigen todas las palabras.',
      other:
        '{words} aparecen casi en todas partes y no se exigen. Las comillas exigen todas las palabras.',
    }),
    beginning: 'Se buscan palabras que empiezan por «{words}».',
    unknown: 'Ningún comunicado contiene {words}.',
    otherForms:
      'Ningún comunicado contiene {words} tal como se escribió; estos contienen otras formas.',
    noMinus: 'con un signo menos solo se pueden excluir palabras y frases',
    noOperator: 'no existe el operador «{name}:»',
    noOperatorButNear: 'no existe el operador «{name}:»; ¿quiso decir «{near}:»?',
    noYear: 'un año tiene cuatro cifras, como en «year:2017»',
    noName: 'falta un nombre después de «{operator}:»',
    noDate:
      'una fecha se escribe como en «{operator}:2017», «{operator}:2017-11» o «{operator}:2017-11-22»',
    noDay: 'ese día no existe en el calendario',
    noRange: 'un intervalo se escribe como en «2004..2006» o «2006-05-04..2006-06-01»',
    noStar: 'el asterisco va detrás de una palabra de dos letras o más, como en «inmigra*»',
    noOrFilter: 'un filtro vale para toda la búsqueda, no para un lado de OR',
    nothingJoined: 'no le sigue nada que pueda unir',
  },

  collecting: {
    empty:
      'Todavía no hay nada. Elija «Añadir a la colección» junto al signo ¶ de una declaración, o pegue enlaces abajo.',
    reading: 'Cargando…',
    count: plural({
      one: '{count} entrada',
      many: '{count} de entradas',
      other: '{count} entradas',
    }),
    notLoaded:
      'No se pudieron cargar algunas entradas. Vuelva a cargar la página para intentarlo de nuevo.',
    unreadable: 'Una parte de la dirección de esta página no se pudo leer y se ha omitido.',
    noLinks: 'Aquí no hay ningún enlace a un comunicado o a una declaración.',
    edited: 'Editada después de crearse su enlace; estas son sus palabras actuales.',
    removed: 'Esta declaración se eliminó de su comunicado:',
    unknown: 'Su comunicado nunca tuvo esta declaración:',
    gone: 'Este comunicado no está en el archivo:',
    failed: 'No se pudo cargar:',
    open: 'Abrir en su comunicado',
    remove: 'Quitar',
    removeOf: 'Quitar: {words}',
    linkCopied: 'Enlace de esta colección copiado',
    linkNotCopied: 'No se pudo copiar el enlace; está en la barra de direcciones',
    plain: 'Breve',
    styleNotLoaded: 'No se pudo cargar este estilo.',
    citation: '{offices}, «{title}», {day}. {address}',
    title: 'Colección de {site}',
    retrieved: plural({
      one: 'Consultado el {day}: {count} entrada',
      many: 'Consultado el {day}: {count} de entradas',
      other: 'Consultado el {day}: {count} entradas',
    }),
    saved: 'Guardado como {file}',
  },

  exporting: {
    search: 'Búsqueda en {site}: {query}',
    filteredSearch: 'Búsqueda en {site}',
    whole: plural({
      one: 'Consultado el {day}: {count} comunicado',
      many: 'Consultado el {day}: {count} de comunicados',
      other: 'Consultado el {day}: {count} comunicados',
    }),
    part: 'Consultado el {day}: los primeros {count} de {all} comunicados',
    progress: '{count} de {all}…',
    saved: 'Guardado como {file}',
    failed:
      'No se pudo crear el archivo: no se pudieron cargar partes de este sitio. Inténtelo de nuevo.',
  },

  overTime: {
    heading: 'A lo largo del tiempo, por oficina',
    caption: 'Comunicados a lo largo del tiempo, por oficina',
    office: 'Oficina',
    all: 'Todas las oficinas',
    others: plural({
      one: '{count} oficina más',
      many: '{count} de oficinas más',
      other: '{count} oficinas más',
    }),
    failed: 'No se pudo cargar la tabla. Ciérrela y vuelva a abrirla.',
  },

  quoting: {
    checking: 'Comprobando…',
    notLoaded:
      'No se pudo comprobar la cita. No se pudieron cargar archivos de este sitio; inténtelo de nuevo.',
    empty: 'Pegue primero una cita.',
    answers: {
      verbatim: 'Palabra por palabra en este archivo',
      altered: 'Casi, pero no palabra por palabra',
      edited:
        'Palabra por palabra como era antes de una modificación: la declaración tiene ahora otras palabras o se eliminó',
      scattered:
        'Tomada de varios comunicados: sus partes son textuales, pero nadie lo dijo todo junto',
      short: 'Demasiado corta para encontrarla: escriba cinco palabras o más',
      none: 'No se encontró en este archivo',
      nearest: 'No se encontró en este archivo. Estas declaraciones son las más parecidas:',
    },
    common: plural({
      one: 'En {count} comunicado: demasiado frecuente para saber cuál se cita',
      many: 'En {count} de comunicados: demasiado frecuente para saber cuál se cita',
      other: 'En {count} comunicados: demasiado frecuente para saber cuál se cita',
    }),
    commonAtLeast: 'En {count} comunicados o más: demasiado frecuente para saber cuál se cita',
    readAsSame: 'Se leyó como igual: {list}.',
    understood: {
      brackets: 'lo que representan los corchetes',
      ellipsis: 'las partes que unen los puntos suspensivos',
      quotationMarks: 'otras comillas',
      dashes: 'otros guiones',
      case: 'otras mayúsculas',
      punctuation: 'otra puntuación',
      statements: 'la declaración siguiente, en la que continúa',
    },
    differences: 'Qué difiere',
    missing: 'falta:',
    added: 'añadido:',
    legend:
      'Tachado: palabras de la declaración que faltan en la cita. Subrayado: palabras que solo tiene la cita.',
    removed: 'Esta declaración se eliminó.',
    until: 'Hasta el {day} decía:',
    found: 'Declaraciones',
  },

  status: {
    withdrawn: 'Retirado el {day}',
    corrected: 'Corregido el {day}',
    correctedBy: 'Corregido por el comunicado del {day}',
  },

  gone: {
    title: 'Un comunicado que ya no está en el archivo',
    description: 'Un comunicado de prensa del {day} que se retiró del archivo.',
    heading: 'Este comunicado ya no está en el archivo',
    hadAddress: 'En esta dirección había un comunicado de prensa del {day}.',
    goneOn: 'Se retiró del archivo el {day}. {reason}',
    gone: 'Se ha retirado del archivo.',
    instead: '[Busque en todos los comunicados](/search/) o [consúltelos por fecha](/releases/).',
    statement: 'La declaración que cita el enlace se eliminó junto con su comunicado.',
  },

  moved: {
    description: 'Este comunicado ha cambiado de dirección.',
    heading: 'Este comunicado ha cambiado de dirección',
    nowAt: 'Ahora se encuentra en {release}.',
  },
  warnings: plural({
    one: '{count} advertencia',
    many: '{count} de advertencias',
    other: '{count} advertencias',
  }),
  faults: plural({
    one: '{count} problema por corregir',
    many: '{count} de problemas por corregir',
    other: '{count} problemas por corregir',
  }),

  movedPage: {
    description: 'Esta página ha cambiado de dirección.',
    heading: 'Esta página ha cambiado de dirección',
    nowAt: 'Ahora se encuentra en {release}.',
  },

  notFound: {
    title: 'Página no encontrada',
    description: 'Esta página no existe.',
    heading: 'No hay ninguna página en esta dirección',
    explanation:
      'Cuando un comunicado cambia de dirección o se retira de este archivo, una página lo indica en su lugar, así que puede haber un error en la dirección. Busque las palabras que recuerde o [consulte todos los comunicados](/releases/).',
  },

  feeds: {
    title: 'Suscripciones',
    description: 'Cómo seguir las novedades de {site}.',
    explanation:
      'Un canal le trae cada comunicado nuevo con su texto completo. Dé su dirección a un lector de canales y no se perderá nada: nadie necesita saber quién es usted ni se le pide ninguna dirección de correo. Cada canal se ofrece en RSS y en JSON Feed y contiene los cincuenta comunicados más recientes.',
    all: 'Todos los comunicados',
    corrections: 'Solo correcciones y comunicados retirados',
    noSearch:
      'No hay canales de búsquedas: este sitio está hecho de archivos y ninguno puede responder. Para ver qué hay de nuevo sobre unas palabras, búsquelas y ordene los resultados por «Los más recientes primero»; puede guardar esa dirección en sus marcadores.',
    of: '{format} de {name}',
    entry: '{name}: {formats}',
    correctionsTitle: 'Correcciones y comunicados retirados – {site}',
    correctionsDescription: 'Comunicados de prensa de {site} que se corrigieron o se retiraron.',
    replacedBy: 'Sustituido por un comunicado posterior: {title}',
    collectionDescription: 'Comunicados de prensa de {name}, los más recientes primero.',
    closedTitle: '{name} ha cerrado',
    closed: '{name} cerró el {day}. Este canal termina aquí: no se le añadirá nada más.',
    closedLinks: 'Los comunicados siguen en {address}; también hay {feeds}.',
    otherFeeds: 'otros canales',
  },

  about: {
    title: 'Acerca de',
    description: 'Qué contiene {site} y qué promete.',
    heading: 'Acerca de este archivo',
    holds: plural({
      one: 'Contiene {count} comunicado.',
      many: 'Contiene {count} de comunicados.',
      other: 'Contiene {count} comunicados.',
    }),
    publisher: 'Lo publica {publisher}.',
    promises: 'Qué promete',
    asIssued:
      '**Las palabras tal como se emitieron.** Un comunicado se muestra aquí tal como se emitió: su ortografía, sus comillas, su orden. Las correcciones y las retiradas se añaden al principio, con su fecha; no sustituyen lo que se dijo.',
    addresses:
      '**Direcciones que permanecen.** Un comunicado conserva su dirección. Si tiene que cambiar, la antigua lleva a la nueva; si se retira, su dirección lo dice y explica por qué.',
    citable:
      '**Declaraciones que se pueden citar para siempre.** El enlace a una declaración lleva a esa declaración, se haya editado lo que se haya editado desde entonces. Las ediciones se anotan a su lado con la fecha; donde se eliminó una declaración, una nota lo indica.',
    privacy:
      '**No se le pide nada.** Sin cookies, sin cuenta, sin seguimiento y sin peticiones a ningún otro sitio. Todas las páginas se pueden leer y todos los enlaces se pueden seguir sin JavaScript; solo lo necesita la búsqueda.',
    citing: 'Cómo citar una declaración',
    permalinks:
      'Cada párrafo, elemento de lista, fila de tabla y párrafo de una cita es una declaración con un enlace propio. Señálela, o llegue a ella con el teclado, y siga el signo ¶: la dirección de la página termina entonces en `#s-` y ocho caracteres, y además se copia. Si antes selecciona palabras de una declaración, el enlace copiado resalta solo esas. «Copiar cita» copia las palabras con su fuente, fecha y enlace.',
    ids: 'Esos caracteres se forman a partir de las palabras de la propia declaración: los primeros cuarenta bits de SHA-256 del texto (en la forma NFC de Unicode, con los espacios reducidos a uno, en UTF-8), en base32 en minúsculas. Quien tenga las palabras puede volver a calcular la dirección y demostrar así que una cita es exacta. Cuando las mismas palabras aparecen dos veces en un comunicado, la segunda lleva `-2` al final. Una declaración editada conserva la dirección de sus primeras palabras.',
    whoSays: 'Quién dice qué',
    attribution:
      'Un comunicado rara vez indica en sus campos quién habla en cada una de sus declaraciones. Por eso unas reglas leen las palabras que acompañan a una cita, como en «…», dijo Sam Sample, en inglés y en español. Lo dudoso queda abierto. Los nombres hallados así llevan la marca «atribución automática» dondequiera que aparezcan, y los [datos](/data/) contienen las palabras que llevaron a cada uno. Lo que dice la propia oficina tiene prioridad.',
    repeated: 'Dicho más de una vez',
    echoes:
      'Una declaración que figura también en otros comunicados indica en cuántos, y la lista al pie del comunicado lleva a cada uno. Los comunicados se comparan palabra por palabra: *casi con las mismas palabras* significa que, de todos los pares de palabras sucesivas de una u otra declaración, al menos el 60 % están en ambas; las de menos de ocho palabras no se comparan. Lo que una oficina repite en muchos comunicados, como lo que dice de sí misma, se marca como texto habitual y se pliega; no se omite nada. Los comunicados retirados no se comparan.',
    searching: 'Cómo buscar',
    search:
      'La [búsqueda](/search/) encuentra los comunicados que contienen todas sus palabras y muestra las declaraciones que mejor coinciden. Ponga un nombre o una frase entre comillas para encontrar exactamente esas palabras en ese orden. Los acentos no importan: *Viet Nam* encuentra *Việt Nam*.',
    browsing: 'Formas de consultar',
    browse:
      'Por [fecha](/releases/), [oficina](/offices/), [caucus](/caucuses/), [tema](/topics/), [persona citada](/speakers/) y [proyecto de ley](/bills/). La dirección de un comunicado contiene su fecha; córtela en cualquier barra y obtendrá los comunicados de ese día, mes o año.',
  },

  data: {
    title: 'Datos',
    description: 'Todo {site} en forma de datos y cómo citarlo.',
    all: plural({
      one: 'Cualquiera puede descargar el comunicado ({count}) sin pedir permiso. Los archivos contienen todo lo que muestra su página: las palabras de cada declaración con su identificador, los campos y cómo citarlo.',
      many: 'Cualquiera puede descargar de una vez los {count} de comunicados sin pedir permiso. Los archivos contienen todo lo que muestra la página de un comunicado: las palabras de cada declaración con su identificador, los campos y cómo citarlo.',
      other:
        'Cualquiera puede descargar de una vez los {count} comunicados sin pedir permiso. Los archivos contienen todo lo que muestra la página de un comunicado: las palabras de cada declaración con su identificador, los campos y cómo citarlo.',
    }),
    noLicense:
      'Este archivo no indica ninguna licencia para sus datos. Las palabras de los comunicados pertenecen a quienes los emitieron.',
    license: 'Los datos se pueden usar bajo la licencia {license}.',
    files: 'Archivos',
    csv: "Una fila por comunicado: sus campos, su dirección y el SHA-256 de sus datos. UTF-8. Una celda que una hoja de cálculo podría tomar por una fórmula, porque empieza por `=`, `+`, `-` o `@`, lleva delante un apóstrofo: un programa que lea la tabla quita un `'` cuando uno de esos caracteres va después de apóstrofos y espacios. En Excel, ábrala con Datos › De texto/CSV y la codificación 65001 (UTF-8).",
    year: plural({
      one: '{count} comunicado con todas sus declaraciones, un objeto JSON por línea.',
      many: '{count} de comunicados con todas sus declaraciones, un objeto JSON por línea.',
      other: '{count} comunicados con todas sus declaraciones, un objeto JSON por línea.',
    }),
    statementsCsv:
      'Las mismas declaraciones como tabla, una por fila, con comunicado, día, oficinas, temas e idioma. Se abre tal cual en hojas de cálculo.',
    statementsParquet:
      'La misma tabla para programas como DuckDB, R y pandas, con los días como días y las listas como listas.',
    schema:
      'El esquema JSON de una línea y de `release.json`. Esta es la versión {version}; cambia cuando se elimina un campo o cambia su significado.',
    manifest:
      'El tamaño, el número de registros y el SHA-256 de cada archivo, y la huella del archivo entero.',
    dataPackage:
      'Las tablas en CSV como paquete de datos de Frictionless Data, que describe sus columnas.',
    dcat: 'Lo mismo para catálogos de datos abiertos (DCAT).',
    citationFile: 'Cómo citar los datos, para programas.',
    checksums:
      'El SHA-256 de todos los archivos de este sitio. En una copia, `sha256sum --check data/sha256sums.txt` muestra si ha cambiado algún byte.',
    allFiles: {
      title: 'Todos los archivos',
      description: 'Un enlace a cada archivo de este sitio, para los programas que lo copian.',
      explanation:
        'Los programas que copian un sitio siguiendo sus enlaces encuentran aquí lo que sus otras páginas no enlazan, como el índice de la búsqueda. En [Datos](/data/) se explica cómo copiarlo todo con una orden.',
      preview:
        'Esto es una vista previa: la lista está vacía hasta que `npm run build` escriba los archivos.',
    },
    beside: 'Junto a cada comunicado',
    besideFiles:
      'En la dirección de un comunicado está `release.json`, igual que su línea de arriba, y, para los gestores de referencias, {files}.',
    file: '{file} ({name})',
    example: '{purpose} ({language})',
    download: 'Descargar un año y comprobar que está completo',
    find: 'Encontrar todas las declaraciones que contienen una palabra',
    digest: 'Calcular la huella del archivo',
    countWords: 'Contar las declaraciones sobre una palabra por año y oficina',
    countBy: 'Contar los comunicados de cada año y oficina',
    copies: {
      title: 'Copias de todo el sitio',
      explanation:
        'Una copia es el sitio mismo, con su búsqueda. Sírvase su carpeta en la ruta del sitio, aquí `{path}`. Lo que solo leen los servidores, como `.htaccess`, no forma parte de ella. HTTrack escribe `_` en lugar de lo que no cabe en los nombres de archivo de Windows, como `?` y `*`, y a su copia le faltan entonces esos archivos.',
      byList: 'Por la lista de sus archivos',
      byLinks: 'Por sus enlaces',
      asWarc: 'Como archivo web, WARC',
    },
    id: 'El identificador de una declaración',
    idExplained:
      '`s-` y ocho caracteres: los primeros cuarenta bits de SHA-256 de las palabras en NFC y UTF-8, en base32 en minúsculas. Una declaración editada conserva su identificador; su `digest` es entonces el identificador que tendrían sus palabras actuales. Dos declaraciones de dos comunicados pueden compartir identificador: compare también las palabras.',
    selectors: 'Declaraciones en anotaciones',
    selectorsExplained:
      '`selectors`, en `release.json`, da para el identificador de cada declaración su lugar en la página, como `TextQuoteSelector` y `TextPositionSelector` del Web Annotation Data Model del W3C. El texto al que se refieren ambos es el `textContent` del elemento de clase `release-body` en la página del comunicado, tal como lo ven los navegadores; las posiciones cuentan puntos de código Unicode, desde 0. Donde dos lugares de un comunicado tienen las mismas palabras y los mismos 32 caracteres alrededor, el prefijo y el sufijo son más largos, de hasta 256 caracteres.',
    archiveDigest: 'La huella del archivo',
    archiveDigestExplained:
      'El `digest` de `manifest.json` identifica las palabras y los campos de todos los comunicados, dondequiera y cuando quiera que se publiquen. El de un comunicado es SHA-256 de su `id`, `frontmatter`, `statements` y `removed` en `release.json`, como JSON canónico (RFC 8785) en UTF-8; figura también en sus datos, como `digest`. El del archivo es SHA-256 de una línea por comunicado, ordenadas por id: la huella en cifras hexadecimales, dos espacios, el id, un salto de línea.',
    citing: 'Cómo citar',
    citeDataset: 'Cite los datos en su conjunto:',
    cite: 'Cite un comunicado por su dirección y una declaración por la suya: cada página ofrece las formas en «Citar este comunicado». Cite los datos por la huella que figura en `manifest.json`, que identifica exactamente estas palabras.',
  },

  searchPage: {
    description: 'Buscar en el texto completo de todos los comunicados.',
    words: 'Palabras que buscar',
    placeholder: 'Palabras o una “frase entre comillas”',
    from: 'Desde',
    to: 'Hasta',
    sortBy: 'Ordenar por',
    relevance: 'Relevancia',
    oldestFirst: 'Los más antiguos primero',
    byDate: 'Comunicados por fecha',
    chips: 'Filtros activos',
    filters: 'Filtros',
    needsScript: 'La búsqueda necesita JavaScript, que está desactivado o aún no se ha cargado.',
    otherSearches: 'Otras búsquedas',
    results: 'Resultados',
    download: 'Descargar estos resultados',
    downloadNote:
      'Con las declaraciones encontradas, la consulta y el día; como máximo {count} comunicados.',
    browseInstead: 'O consulte las listas',
    all: 'Todos los comunicados, los más recientes primero',
    how: 'Cómo buscar',
    slashKey: 'Pulse {key} en cualquier página para ir al campo de búsqueda',
  },

  collectionPage: {
    title: 'Colección',
    description: 'Declaraciones reunidas, con sus referencias.',
    explanation:
      'Reúna declaraciones de este archivo, con la referencia de cada una. La colección está solo en la dirección de esta página: guárdela como marcador o compártala. **Nada se guarda en otro sitio ni se envía a nadie**. Mientras esta página está abierta, «Añadir a la colección» añade aquí lo que elija en otras pestañas.',
    needs: 'La colección necesita JavaScript, que está desactivado o aún no se ha cargado.',
    style: 'Estilo de las referencias',
    copyLink: 'Copiar enlace',
    print: 'Imprimir',
    download: 'Descargar esta colección',
    links: 'Añadir enlaces a comunicados o declaraciones',
    add: 'Añadir',
  },

  quotePage: {
    title: 'Comprobar una cita',
    description: 'Si unas palabras están citadas de {site} palabra por palabra.',
    explanation:
      'Pegue palabras que se atribuyen a alguien. La comprobación dice si están palabra por palabra en una declaración de este archivo, casi, o en ninguna. Se hace en su navegador: **lo que pega no se envía a ningún sitio**.',
    label: 'Cita',
    check: 'Comprobar',
    needs:
      'La comprobación necesita JavaScript, que está desactivado o aún no se ha cargado. Abajo se explica cómo comprobar a mano.',
    how: 'Cómo lee una cita',
    reads:
      'Las comillas, los guiones, los espacios, las mayúsculas y la puntuación no cuentan. Los corchetes representan palabras que sustituyó quien cita; los puntos suspensivos (…), palabras omitidas entre partes de un mismo comunicado. Una negación cuenta siempre. Menos de cinco palabras son muy pocas.',
    byHand: 'Cómo comprobar a mano',
    search:
      '[Busque](/search/) de seis a diez de sus palabras seguidas, entre comillas, y compare palabra por palabra la declaración encontrada.',
    id: 'De una declaración entera, la dirección prueba las palabras: `s-` y los primeros cuarenta bits de SHA-256 del texto (NFC, espacios reducidos a uno, UTF-8) en base32 con minúsculas son lo que sigue al `#` de su enlace, salvo que se haya modificado. En [Datos](/data/) hay un programa para ello.',
    data: 'O tome [todas las declaraciones como datos](/data/) y busque allí las palabras.',
  },

  searchHelp: {
    phrase:
      'Las comillas encuentran exactamente estas palabras en este orden: para nombres y frases.',
    words: 'Sin comillas, los comunicados que contienen todas las palabras.',
    without: 'Excluye los comunicados con una palabra: un signo menos justo delante.',
    either: 'Una de dos palabras.',
    several: 'Los paréntesis agrupan varias.',
    beginning: 'Palabras que empiezan así.',
    office: 'De una oficina, por su nombre en las direcciones.',
    caucus: 'De un caucus; ponga entre comillas un nombre de varias palabras.',
    topic: 'Sobre un tema.',
    speaker: 'Que citan a esta persona.',
    bill: 'Sobre un proyecto de ley, se escriba como se escriba; el mismo número puede ser otro en otra legislatura.',
    language: 'En un idioma.',
    year: 'De un año.',
    range: 'Del primero de estos años, meses o días al último.',
    before: 'Emitidos antes de un año, un mes o un día.',
    after: 'Emitidos después de un año, un mes o un día.',
  },
} satisfies Words;
