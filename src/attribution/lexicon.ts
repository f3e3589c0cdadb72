/** The words of a language by which attributions are recognized; all in lower case. */
export interface SpeechLexicon {
  /** Forms of verbs that say who says something, in the singular. */
  verbs: ReadonlySet<string>;
  /** The same for several people. */
  pluralVerbs: ReadonlySet<string>;
  /** What may be between a name and its verb, or between the verb and the name. */
  fillers: ReadonlySet<string>;
  pronouns: ReadonlySet<string>;
  pluralPronouns: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  and: ReadonlySet<string>;
  that: ReadonlySet<string>;
  accordingTo: readonly (readonly string[])[];
  /** Titles and roles before a name; they may be capitalized. */
  titles: ReadonlySet<string>;
  /** What may be between them and the name, as in `Secretary of Agriculture Sam Sample`. */
  fields: ReadonlySet<string>;
  pluralTitles: ReadonlySet<string>;
  /** How words for what people do end, and the words that end so and are none. */
  roleEndings: RegExp;
  notRoles: ReadonlySet<string>;
  /** Titles that are family names as well, as in `Howard Dean`. */
  surnames: ReadonlySet<string>;
  /** Titles of which a person has one at a time: with another it is somebody else. */
  soleTitles: ReadonlySet<string>;
  /** Words in small letters that lead to no role, such as prepositions. */
  prepositions: ReadonlySet<string>;
  /** What joins the words of a title: `Secretary of State`. */
  joints: ReadonlySet<string>;
  particles: ReadonlySet<string>;
  /** Whether people have two family names, of which the first alone may name them. */
  hasTwoFamilyNames: boolean;
  /** Words that no person's name has. */
  notNames: ReadonlySet<string>;
  /** Verbs with which a release introduces a statement, and what they introduce. */
  issuing: ReadonlySet<string>;
  statements: ReadonlySet<string>;
  /** What follows such a noun before a name: at once, and behind a few words. */
  of: ReadonlySet<string>;
  by: ReadonlySet<string>;
  firstPerson: RegExp;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const PARTICLES = set('de del la las los da das do dos di du van von der den ten ter bin al el y');

const ENGLISH: SpeechLexicon = {
  verbs: set(`
    said says saying added adds stated states continued continues concluded concludes noted notes explained explains
    remarked remarks commented comments declared declares wrote writes responded responds replied replies testified
    asked observed announced emphasized stressed urged warned argued told pointed recalled insisted asserted
    cautioned reiterated exclaimed joked quipped predicted affirmed`),
  pluralVerbs: set('say add state continue conclude note explain write'),
  fillers: set(`
    also today later then further has had recently again yesterday earlier previously himself herself simply
    repeatedly further monday tuesday wednesday thursday friday saturday sunday`),
  pronouns: set('he she'),
  pluralPronouns: set('they we i it who'),
  articles: set('the a an our'),
  and: set('and & or'),
  that: set('that'),
  accordingTo: [['according', 'to']],
  titles: set(`
    senator sen representative rep congressman congresswoman congressmember congressperson assemblymember assemblyman
    assemblywoman delegate legislator lawmaker councilmember councilman councilwoman supervisor alderman alderwoman
    commissioner selectman governor gov lieutenant lt mayor secretary undersecretary chairman chairwoman chair
    chairperson president ceo cfo coo cio director manager administrator superintendent principal chancellor provost
    dean professor prof dr doctor mr mrs ms miss judge justice general gen colonel col major maj captain capt sergeant
    sgt corporal private specialist commander cmdr admiral adm ltc brigadier ensign airman sheriff chief officer
    detective marshal constable trooper firefighter attorney counsel prosecutor lawyer treasurer controller
    comptroller auditor clerk minister premier ambassador reverend rev father sister brother rabbi imam bishop
    archbishop cardinal pastor leader whip speaker member spokesman spokeswoman spokesperson aide analyst economist
    scientist researcher engineer teacher student nurse physician farmer rancher owner founder cofounder co-founder
    co-chair co-chairman co-author coordinator organizer advocate activist author veteran resident executive
    fellow partner trustee regent expert editor reporter journalist coach pilot strategist adviser advisor inspector
    agent investigator hon honorable mother widow parent pres lady`),
  fields: set(`
    emeritus public instruction intelligence pro tempore agriculture defense energy education labor commerce treasury transportation interior homeland security
    health human services housing urban development veterans affairs army navy air force u.s us`),
  pluralTitles: set(`
    senators sens representatives reps congressmen congresswomen congressmembers assemblymembers assemblymen
    assemblywomen members drs supervisors councilmembers governors lawmakers legislators delegates mayors
    commissioners secretaries leaders co-chairs chairs chairmen directors presidents judges`),
  roleEndings: /...(?:er|or|ist|ian|ant|ent|ee|man|woman|person)$/,
  notRoles: set(`
    after under over other another never ever later earlier former latter further together whether either neither
    rather however wherever whenever whatever number matter letter center winter summer water power paper order
    river better per recent present different current important significant government department
    statement amendment agreement investment development commitment moment event percent content human for nor`),
  surnames: set('dean bishop cardinal constable marshal ensign parent'),
  soleTitles: set('president governor mayor secretary'),
  prepositions: set(`
    in on at to of for with by from regarding about during after against as that concerning honoring upon into over
    under and but or not`),
  joints: set('of for the and on'),
  particles: PARTICLES,
  hasTwoFamilyNames: false,
  notNames: set(`
    department committee subcommittee association institute institution council university college group board agency
    administration center centre union times post report reports house senate party coalition foundation service
    services news bank county city company inc corp corporation states office america national congress act bill
    law court watch rights alliance federation network society league authority commission bureau program project
    fund trust press journal tribune herald gazette star globe today republicans democrats republican democrat
    americans in on at the this that these those as when while after before since for from with by but and or if
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december washington white capitol hill wall street united nations i we you they he
    she it his her their our my your its there here now also today yesterday finally additionally however
    furthermore moreover earlier later last next under during not no yes what which who whom whose how why where
    month heritage delegation war church international rescue family families banner strategy floor statement re
    although both assistant deputy adjutant acting vice associate coalition day week
    administration government ministry police industry industries systems hospital school district board schools`),
  issuing: set(`
    released issued made gave delivered offered issues releases makes gives delivers offers submitted sent read
    entered provided`),
  statements: set('statement statements remarks comment comments testimony speech excerpts'),
  of: set('of by from'),
  by: set('by from'),
  firstPerson: /(?<!\p{L})(?:I|my|me|we|our|us)(?!\p{L})/iu,
};

const SPANISH: SpeechLexicon = {
  verbs: set(`
    dijo dice afirmó afirma señaló señala expresó expresa declaró declara agregó agrega añadió añade explicó explica
    indicó indica comentó comenta manifestó manifiesta sostuvo sostiene aseguró asegura concluyó concluye destacó
    destaca subrayó subraya apuntó apunta recordó recalcó recalca enfatizó enfatiza respondió responde preguntó
    escribió escribe advirtió advierte reiteró continuó continúa puntualizó anunció aseveró opinó precisó`),
  pluralVerbs: set(
    'dijeron afirmaron señalaron expresaron declararon agregaron añadieron explicaron escribieron',
  ),
  fillers: set('también hoy ayer luego después además finalmente asimismo'),
  pronouns: set('él ella'),
  pluralPronouns: set('ellos ellas nosotros'),
  articles: set('el la un una'),
  and: set('y e & o u'),
  that: set('que'),
  accordingTo: [['según'], ['de', 'acuerdo', 'con']],
  titles: set(`
    senador senadora sen representante asambleísta congresista legislador legisladora diputado diputada concejal
    concejala supervisor supervisora comisionado comisionada gobernador gobernadora alcalde alcaldesa secretario
    secretaria subsecretario subsecretaria presidente presidenta vicepresidente vicepresidenta director directora
    gerente administrador administradora superintendente rector rectora decano decana profesor profesora maestro
    maestra doctor doctora dr dra sr sra señor señora juez jueza magistrado magistrada general coronel capitán
    sargento jefe jefa fiscal abogado abogada procurador procuradora tesorero tesorera contralor contralora ministro
    ministra embajador embajadora padre reverendo pastor obispo arzobispo líder portavoz vocero vocera miembro
    exgobernador exalcalde fundador fundadora coordinador coordinadora organizador organizadora residente veterano
    veterana enfermero enfermera médico médica científico científica economista activista`),
  fields: set(`
    estatal federal nacional regional adjunto adjunta interino interina ejecutivo ejecutiva demócrata republicano
    republicana agricultura defensa energía educación trabajo comercio transporte salud vivienda estado hacienda`),
  pluralTitles: set(
    'senadores senadoras representantes asambleístas congresistas legisladores diputados miembros',
  ),
  roleEndings: /...(?:ista|or|ora|ari[oa]|er[oa]|ante|ent[ea])$/,
  notRoles: set(`
    por mejor mayor menor anterior exterior interior valor favor error amor primera primero manera enero febrero
    dinero tercera tercero entero entera carretera frontera durante mediante ante importante siguiente presente
    reciente corriente gente mente frente puente fuente suficiente diferente ambiente cuenta noventa horario salario
    contrario comentario ahora hora`),
  surnames: set('fiscal alcalde'),
  soleTitles: set('presidente presidenta gobernador gobernadora alcalde alcaldesa'),
  prepositions: set('en a al con por para sobre durante tras ante contra que y o no de del'),
  joints: set('de del la los las el para'),
  particles: PARTICLES,
  hasTwoFamilyNames: true,
  notNames: set(`
    departamento comité subcomité asociación instituto consejo universidad grupo junta agencia administración centro
    sindicato partido coalición fundación servicio banco condado ciudad compañía oficina congreso senado cámara
    asamblea ley tribunal comisión el la los las un una en por para con sin según cuando mientras después antes
    desde este esta estos estas ese esa lunes martes miércoles jueves viernes sábado domingo enero febrero marzo
    abril mayo junio julio agosto septiembre octubre noviembre diciembre estados unidos yo nosotros ellos ella él
    mes guerra iglesia familia delegación internacional vice día semana
    hoy ayer finalmente además también no sí qué quién cómo gobierno policía distrito escuela hospital`),
  issuing: set('emitió publicó hizo ofreció pronunció emite publica dio'),
  statements: set(
    'declaración declaraciones comunicado mensaje discurso comentario comentarios testimonio',
  ),
  of: set('de del por'),
  by: set('por'),
  firstPerson: /(?<!\p{L})(?:yo|mis?|me|nos|nuestr[oa]s?|nosotr[oa]s)(?!\p{L})/iu,
};

/** The lexicon of a language, by its BCP 47 tag; undefined for one without rules. */
export function lexiconOf(language: string): SpeechLexicon | undefined {
  const [primary] = language.toLowerCase().split('-');
  return primary === 'en' ? ENGLISH : primary === 'es' ? SPANISH : undefined;
}
