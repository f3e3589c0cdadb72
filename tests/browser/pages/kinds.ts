import { addressOf, FOUNDING, GUIDE, VIETNAMESE } from './release-page.ts';

/** The paragraph of the founding release that is cited most: "This clear violation of the MOUs …". */
const CITED = 's-73ekktxe';

/** An address for every kind of page, that is each template, and for each look that a release can have. */
export const KINDS: Readonly<Record<string, string>> = {
  'the front page': './',
  'all releases': './releases/',
  'a year': './releases/2017/',
  'a month': './releases/2017/11/',
  'a day': './releases/2017/11/22/',
  'a release': addressOf(FOUNDING),
  'a release with an opened statement': `${addressOf(FOUNDING)}#${CITED}`,
  'a release opened from the search': `${addressOf(FOUNDING)}?mark=clear+violation#${CITED}`,
  'a release with lists, a table and notes': addressOf(GUIDE),
  'a long release with headings': addressOf('2021-01-08-statement-on-the-proposed-sample-budget'),
  'a release with attachments': addressOf('2019-05-14-ten-years-of-tide-gauge-readings'),
  'a joint release': addressOf('2018-05-16-joint-wildfire-preparedness-week-announced'),
  'a corrected release': addressOf('2020-02-19-bookmobile-returns-to-upper-placeholder-valley'),
  'a withdrawn release': addressOf('2021-06-15-harbor-ferry-landing-grant-announced'),
  'a release in Vietnamese': addressOf(VIETNAMESE),
  'the offices': './offices/',
  'an office': './offices/assemblymember-placeholder/',
  'a caucus': './caucuses/sample-coast/',
  'the topics': './topics/',
  'a topic': './topics/public-libraries/',
  'the speakers': './speakers/',
  'a speaker': './speakers/sam-sample/',
  'a speaker whom a rule has found': './speakers/penny-pipes/',
  'the bills': './bills/',
  'a bill': './bills/sample-bill-12/',
  'the search': './search/',
  'what a search finds': './search/?q=library&topic=schools',
  'the check of quotations': './quote/',
  'a quotation that differs':
    './quote/#q=it+counted+everybody,+said+Assemblymember+Placeholder.+Then+we+asked+at+the+hospital',
  'a collection': `./collection/#2017/11/22/${FOUNDING.slice(11)}:73ekktxe.augbtxiv`,
  'what is about the archive': './about/',
  'the data': './data/',
  'all files': './data/files/',
  'the feeds': './feeds/',
  'what is not there': './404.html',
};
