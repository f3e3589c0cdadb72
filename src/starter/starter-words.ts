import { nearestLanguage } from '../words/languages.ts';

/** What a new archive says in the language of its site. */
export interface StarterWords {
  /** The office, as long as nobody has named it. */
  office: string;
  /** With `{office}`, its name. */
  description: string;
  /** Examples for the fields of the office that are not known yet. */
  member: string;
  title: string;
  district: string;
}

/** By the tags of the interface: a language that is missing here is one that new archives do not begin in. */
export const STARTER_WORDS: Readonly<Record<string, StarterWords>> = {
  en: {
    office: 'First Office',
    description: 'The press releases of {office}.',
    member: 'Alex Example',
    title: 'Assemblymember',
    district: 'District 27',
  },
  es: {
    office: 'Primera oficina',
    description: 'Comunicados de prensa: {office}.',
    member: 'Ana Ejemplo',
    title: 'Asambleísta',
    district: 'Distrito 27',
  },
  fr: {
    office: 'Premier bureau',
    description: 'Communiqués de presse : {office}.',
    member: 'Alix Exemple',
    title: 'Député',
    district: '27e district',
  },
  vi: {
    office: 'Văn phòng thứ nhất',
    description: 'Thông cáo báo chí của {office}.',
    member: 'Thí Dụ An',
    title: 'Dân biểu',
    district: 'Khu vực 27',
  },
  'zh-Hant': {
    office: '第一辦公室',
    description: '{office}的新聞稿。',
    member: '范立',
    title: '州眾議員',
    district: '第27選區',
  },
};

/** The language in which a new archive begins: the nearest to the site's that there is, else English. */
export const starterLanguage = (site: string): string => nearestLanguage(site) ?? 'en';

/** What a new archive says. @param site the BCP 47 tag of its site. */
export function starterWords(site: string): StarterWords {
  const words = STARTER_WORDS[starterLanguage(site)];
  if (words === undefined) throw new Error(`There are no words for a new archive in ${site}`);
  return words;
}
