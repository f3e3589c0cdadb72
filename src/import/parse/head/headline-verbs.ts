import { wordsIn } from '../text-shape.ts';

/** Verbs of headlines, by which a headline is told from the name of an office. */
const VERBS = new Set(
  'accept|accuse|act|add|admit|adopt|advance|advise|agree|aim|allege|allocate|allow|amend|announce|appeal|appear|applaud|apply|appoint|approve|arrest|ask|attack|attend|attract|authorize|avoid|award|back|ban|become|begin|benefit|block|boost|bring|build|call|cancel|celebrate|challenge|charge|clarify|clear|close|collect|come|comment|commit|complete|concern|condemn|confirm|congratulate|consider|continue|convict|crack|create|criticize|criticise|cut|deal|declare|decline|defend|delay|deliver|demand|deny|deserve|discuss|dismiss|drive|drop|earn|elect|encourage|end|endorse|enforce|ensure|enter|establish|examine|exceed|expand|explain|expose|express|extend|face|fail|fall|feature|fight|file|find|fix|focus|follow|force|forge|free|fulfil|fulfill|fund|gain|gather|get|give|go|grant|greet|grow|guarantee|hail|halt|have|head|hear|help|highlight|hit|hold|honor|honour|host|identify|ignore|improve|include|increase|indict|inform|introduce|invest|investigate|invite|issue|join|jump|keep|kick|kill|lack|launch|lead|learn|leave|lift|lose|make|mark|meet|move|need|offer|open|oppose|order|outline|overturn|participate|partner|pass|pay|plan|play|plead|pledge|praise|prepare|present|prevent|probe|proceed|produce|promise|promote|propose|protect|provide|publish|pull|pursue|push|put|question|raise|reach|react|reaffirm|receive|recognize|recognise|recommend|reconsider|recover|reduce|refer|reflect|refuse|reject|release|remain|remember|remove|renew|reopen|repeal|reply|report|request|require|resign|respond|restore|return|reveal|review|revise|rise|rule|run|save|say|secure|see|seek|seize|send|sentence|serve|set|settle|show|shut|sign|slam|solve|speak|spend|stand|start|stay|step|stop|strengthen|strike|submit|sue|support|suspend|tackle|take|target|tell|thank|threaten|tour|turn|unveil|update|upgrade|urge|use|veto|visit|vote|vow|want|warn|welcome|win|withdraw|witness|work'.split(
    '|',
  ),
);
const ALWAYS =
  /^(?:is|are|was|were|be|been|has|had|will|would|can|cannot|should|must|gets?|won|said|says|made|found|held|led|took|gave|met|to|now|not|never|still)$/iu;
/** Endings of Spanish, French, Portuguese and German verbs that few nouns have. */
const FOREIGN =
  /^(?:\p{L}{3,}(?:ó|aron|ieron|arán|erán|irán)|anuncia|abre|inaugura|presenta|pide|firma|recibe|asegura|obtiene|lanza|condena|celebra|annonce|ouvre|lance|présente|inaugure|signe|salue|demande|eröffnet|stellt|kündigt|begrüßt|fordert|startet|assina|wird|werden|wurden?|hat|haben|ist|sind|öffne[tn]|erhält|erhalten|fördert|beginnt|warnt|bleibt|bleiben|est|sont|rouvre|ferme|appelle|accueille|renforce|interdit|inaugurent|\p{L}{3,}(?:rá|rán)|destina|aprueba|invierte|visita|refuerza|alerta|amplía|entrega|reabre|lança|promove|apre|aprono|riapre|riaprono|annuncia|opent|openen|krijgt|wordt|worden|öppnar|åpner|mở|nghị|bố|gọi)$/iu;

/** Whether the words, but for the first, have a verb as headlines do. */
export function hasHeadlineVerb(text: string): boolean {
  const words = wordsIn(text.replace(/[’'](?:s|S)?(?=\s|$)/gu, ' '));
  return words.some((word, n) => n > 0 && isVerb(word.toLowerCase()));
}

/** Whether the last word is one of these verbs: `Reading Rooms Open`, and no name. */
export const endsWithVerb = (text: string): boolean =>
  VERBS.has(wordsIn(text).at(-1)?.toLowerCase() ?? '');

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
