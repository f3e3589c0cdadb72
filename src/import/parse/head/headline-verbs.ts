import { wordsIn } from '../text-shape.ts';

/** Verbs of headlines, by which a headline is told from the name of an office. */
const VERBS = new Set(
  'abandon|absorb|accelerate|accept|accuse|achieve|act|add|address|admit|adopt|advance|advise|afford|agree|aim|alert|allege|allocate|allow|alter|amend|announce|answer|anticipate|appeal|appear|applaud|apply|appoint|approve|argue|arrange|arrest|arrive|ask|assemble|assess|assist|assure|attack|attend|attract|authorize|avoid|award|back|backtrack|ban|bar|battle|beat|become|begin|benefit|bet|blame|blast|block|boast|boost|boycott|break|bring|broaden|build|buy|call|calm|cancel|carry|cast|catch|caution|cease|celebrate|chair|challenge|champion|change|charge|check|choose|cite|claim|clarify|clash|clean|clear|climb|close|collect|combat|come|comment|commit|compete|complain|complete|concern|condemn|confess|confirm|confront|congratulate|consider|consult|continue|convict|cope|correct|count|counter|cover|crack|create|criticise|criticize|crush|curb|cut|deal|debate|decide|declare|decline|decrease|dedicate|deepen|defeat|defend|define|delay|deliver|demand|demonstrate|deny|deploy|describe|deserve|destroy|detail|detain|determine|develop|dig|direct|disappoint|discover|discuss|dismiss|dispute|distribute|donate|double|drive|drop|dump|earn|ease|echo|elect|embark|embrace|emerge|empower|enact|encourage|end|endorse|enforce|enhance|enjoy|enlist|ensure|enter|erase|erode|establish|evaluate|examine|exceed|exclude|exempt|expand|expect|expire|explain|explore|export|expose|express|extend|extradite|face|fail|fall|feature|feed|fight|file|find|finish|fix|flag|flout|fly|focus|foil|follow|force|forge|forget|free|fuel|fulfil|fulfill|fund|gain|gather|get|give|go|grant|greet|grill|grow|guarantee|hail|halt|harm|haunt|have|head|hear|help|highlight|hit|hold|honor|honour|host|hurt|identify|ignore|import|impose|impress|improve|include|increase|indict|inform|inspect|inspire|install|insult|intensify|intervene|introduce|invest|investigate|invite|issue|jail|join|jump|keep|kick|kill|kneel|lack|lag|lash|laud|launch|lead|learn|leave|lift|light|loom|lose|lower|maintain|make|manage|mark|match|meet|mourn|move|nab|name|need|neglect|negotiate|nominate|note|notify|observe|obtain|occur|offer|open|operate|oppose|order|organise|organize|outline|oversee|overturn|pack|paint|participate|partner|pass|pave|pay|perform|permit|persist|persuade|photograph|pick|place|plan|plant|play|plead|pledge|pour|practise|praise|predict|prepare|present|press|prevent|probe|proceed|proclaim|produce|prohibit|promise|promote|propose|prosecute|protect|prove|provide|publish|pull|pump|pursue|push|put|question|quit|race|raise|rally|rate|ratify|reach|react|read|reaffirm|reap|reassure|rebuild|rebuke|recall|receive|recognise|recognize|recommend|reconsider|recover|reduce|refer|reflect|refuse|rehearse|reinforce|reintroduce|reject|relaunch|relax|release|relocate|remain|remember|remind|remove|renegotiate|renew|reopen|repair|repeal|replace|reply|report|represent|request|require|rescue|resign|resolve|respond|restate|restore|restrict|resume|retain|retire|return|reunite|reveal|reverse|review|revise|revive|revoke|reward|ride|rise|rule|run|salute|save|say|scale|scrap|scuttle|secure|see|seek|seize|sell|send|sentence|serve|set|settle|share|shed|shelve|shift|show|shrink|shut|sign|slam|slash|slip|soar|solve|spark|speak|spend|sponsor|spread|squander|stand|start|stay|steal|steer|stem|step|stop|streamline|strengthen|strike|struggle|submit|sue|suffer|suggest|support|surge|surpass|surrender|survive|suspend|swear|sweep|swell|tackle|take|target|tax|teach|team|tell|test|thank|threaten|tighten|top|tour|track|train|transfer|transform|treat|treble|trial|trigger|triple|try|turn|undercut|undermine|underscore|understand|undertake|underwrite|unite|unlock|unveil|update|upgrade|uphold|urge|use|usher|veto|visit|vote|vow|wage|walk|want|warn|wash|waste|watch|weaken|weigh|welcome|widen|win|wipe|withdraw|witness|work|worsen|wreck|write|yield'.split(
    '|',
  ),
);
const ALWAYS =
  /^(?:is|are|was|were|be|been|has|had|will|would|can|cannot|should|must|gets?|won|said|says|made|found|held|led|took|gave|met|stole|sold|sent|fled|shot|drove|ran|broke|fell|hid|kept|paid|wrote|spent|brought|bought|caught|taught|fought|sought|built|lost|began|became|grew|knew|threw|spoke|stood|struck|swore|drew|told|saw|went|came|lied|could|to|now|not|never|still)$/iu;
/** What several do, where the word is hardly ever a noun: `Senators Urge …`. */
const OF_SEVERAL =
  /^(?:announce|applaud|approve|arrest|ask|celebrate|condemn|demand|introduce|join|oppose|praise|propose|receive|recogni[sz]e|reject|seek|unveil|urge|warn|welcome|win|agree|adopt|secure|remain|become)$/iu;
/** Endings of Spanish, French, Portuguese and German verbs that few nouns have. */
const FOREIGN =
  /^(?:\p{L}{3,}(?:ó|aron|ieron|arán|erán|irán)|anuncia|abre|inaugura|presenta|pide|firma|recibe|asegura|obtiene|lanza|condena|celebra|annonce|ouvre|lance|présente|inaugure|signe|salue|demande|eröffnet|stellt|kündigt|begrüßt|fordert|startet|assina|wird|werden|wurden?|hat|haben|ist|sind|öffne[tn]|erhält|erhalten|fördert|beginnt|warnt|bleibt|bleiben|est|sont|rouvre|ferme|appelle|accueille|renforce|interdit|inaugurent|\p{L}{3,}(?:rá|rán)|destina|aprueba|invierte|visita|refuerza|alerta|amplía|entrega|reabre|lança|promove|apre|aprono|riapre|riaprono|annuncia|opent|openen|krijgt|wordt|worden|öppnar|åpner|mở|nghị|bố|gọi)$/iu;

/** Whether the words, but for the first, have a verb as headlines do. */
export function hasHeadlineVerb(text: string): boolean {
  const words = wordsIn(text.replace(/[’'](?:s|S)?(?=\s|$)/gu, ' '));
  return words.some(
    (word, n) =>
      n > 0 &&
      (isVerb(word.toLowerCase()) || (OF_SEVERAL.test(word) && /s$/iu.test(words[n - 1] ?? ''))),
  );
}

/** Whether the last word is one of these verbs: `Reading Rooms Open`, and no name. */
export const endsWithVerb = (text: string): boolean =>
  VERBS.has(wordsIn(text).at(-1)?.toLowerCase() ?? '');

/** Verbs that say nothing without an object: after one of them a headline goes on in the next line. */
const NEEDS_OBJECT =
  /\s(?:announce|applaud|commend|condemn|confirm|demand|introduce|praise|propose|reaffirm|recogni[sz]e|reject|secure|seek|underscore|unveil|urge|welcome)(?:e?s)?$/iu;
export const endsBeforeObject = (text: string): boolean => NEEDS_OBJECT.test(text);

/** Whether a line begins with what a subject above it does: `Opens the Old Tower`, `to Visit the Pier`. */
export const beginsWithVerb = (text: string): boolean => {
  const [first = '', second = ''] = wordsIn(text).map((word) => word.toLowerCase());
  return first === 'to' ? VERBS.has(second) : /s$/u.test(first) && isVerb(first);
};

function isVerb(word: string): boolean {
  if (ALWAYS.test(word) || FOREIGN.test(word)) return true;
  const stems = [
    word.replace(/s$/u, ''),
    word.replace(/es$/u, ''),
    word.replace(/ies$/u, 'y'),
    word.replace(/ed$/u, ''),
    word.replace(/d$/u, ''),
    word.replace(/(\p{L})\1ed$/u, '$1'),
    word.replace(/ied$/u, 'y'),
  ];
  return stems.some((stem) => stem !== word && VERBS.has(stem));
}
