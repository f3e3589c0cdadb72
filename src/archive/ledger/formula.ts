import { shadowOf } from './sketch.ts';

/**
 * Words that the releases of one office have in common whatever they are about: who announces, where and
 * when, to whom to turn. Two statements that share only these are not alike.
 */
const FORMULA = `
  senator senators senate representative representatives congressman congresswoman congressional congress
  assemblymember assembly house member members chairman chairwoman chair ranking committee subcommittee
  majority minority leader democrat republican democratic state states united america american americans
  governor mayor president secretary director administration department agency agencies federal national
  government county city community public office press news room release releases released contact phone
  immediate date latest topics washington sacramento today yesterday announced announces announce announcing
  said says stated saying statement statements following issued made make regarding pleased senior
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  grant grants award awarded awards fund funds funding million billion fiscal appropriations
  receive received program programs project projects provide provides service services development security
  legislation bill support approved introduced join joined include includes included help local university
  year years also will that this have with from their they which were been would these those about more other
  than when after into through there over
  senador senadora asambleísta comité estado anunció dijo para sobre este esta
  sénateur sénatrice député comité annoncé déclaré pour dans cette`;

/** Their shadows; another word in sixteen or so shares one, which does no harm. */
const SHADOWS: ReadonlySet<string> = new Set(FORMULA.trim().split(/\s+/).map(shadowOf));

/** Whether the shadow is that of a word which says little about a statement. */
export const isFormula = (shadow: string): boolean => SHADOWS.has(shadow);
