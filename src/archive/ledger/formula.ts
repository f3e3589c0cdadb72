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
  presidente presidenta
  sénateur sénatrice député députée comité commission président présidente annoncé déclaré aujourd pour dans cette`;

/** The same in Vietnamese, by syllables as it is written; those of up to three letters say little anyway. */
const VIETNAMESE = `
  biểu thượng nghị viện tiểu bang liên chính quốc dân chủ tịch thành viên hòa cộng thống phát ngôn
  tuyên bố công thông báo rằng trong được những cùng ngày tháng`;

/** The same in Chinese, by characters. */
const CHINESE =
  '州眾众參参議议院員员會会委主席民共和黨党今天日年月宣布佈表示發发公新聞闻稿的是在了和與与為为';

const shadowsOf = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .map(shadowOf)
      .filter((shadow) => shadow.length > 1),
  );

/** Another word in fourteen or so shares one of these shadows, which does no harm. */
const LATIN_SHADOWS = shadowsOf(FORMULA);
const VIETNAMESE_SHADOWS = shadowsOf(VIETNAMESE);
const CHINESE_SHADOWS = shadowsOf([...CHINESE].join(' '));

/** The shadows of words that say little about a statement, in the language that a text seems to be in. */
export function formulaOf(text: string): ReadonlySet<string> {
  if (/\p{Script=Han}/u.test(text)) return CHINESE_SHADOWS;
  return /[ăđơưạ-ỹ]/iu.test(text) ? VIETNAMESE_SHADOWS : LATIN_SHADOWS;
}

/** In Chinese, which has no capitals: who announces, up to the word for it, as in “某議員今天宣布”. */
const CHINESE_HEAD = /^[^。！？]*?(?:宣[布佈]|表示|公[布佈]|[發发]表|指出)/u;

/** How many UTF-16 units at the beginning of a Chinese text name who announces something; 0 in other scripts. */
export const chineseHead = (text: string): number => CHINESE_HEAD.exec(text)?.[0].length ?? 0;
