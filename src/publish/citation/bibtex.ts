import { type CslAuthor, type CslItem, dayOf, notesOf } from './csl-item.ts';

/** What LaTeX would take for a command, and how it is written there. */
const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}', // TeX's older fonts have other characters in their places
  '>': '\\textgreater{}',
};

/**
 * A citation as BibLaTeX. `@online` is what Zotero reads as a web page; a second pair of braces protects an
 * office's name in one piece, and a headline's capital letters.
 * @see https://ctan.org/pkg/biblatex
 */
export function formatBibtex(item: CslItem): string {
  const day = dayOf(item.issued);
  const notes = notesOf(item);
  const authors = item.author.map(authorField).join(' and ');
  const fields: [name: string, value: string | undefined][] = [
    ['author', authors],
    ['title', `{${escape(item.title)}}`],
    ['date', day],
    ['year', day.slice(0, 4)],
    ['month', String(Number(day.slice(5, 7)))],
    ['day', String(Number(day.slice(8, 10)))],
    ['type', escape(item.genre)],
    ['organization', escape(item['container-title'])],
    ['url', item.URL], // read literally: nothing in it is a command
    ['urldate', item.accessed && dayOf(item.accessed)],
    ['language', item.language],
    ['note', notes.length === 0 ? undefined : `{${escape(notes.join(' '))}}`],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{${item.id},\n${lines.join('')}}\n`;
}

/** A person is `von Family, Suffix, Given`, as BibTeX parts names; an institution is whole in braces. */
function authorField(author: CslAuthor): string {
  if ('literal' in author) return `{${escape(author.literal)}}`;
  const { family, given, suffix, 'non-dropping-particle': particle } = author;
  const name = [particle && escape(particle), braced(family)].filter(Boolean).join(' ');
  return [name, suffix && escape(suffix), given && escape(given)].filter(Boolean).join(', ');
}

/** A family name of several words would lose those in small letters to the particle. */
const braced = (family: string) => (family.includes(' ') ? `{${escape(family)}}` : escape(family));

/** Pairs that TeX draws as one character, such as `--`: braces between them separate both. */
const LIGATURES = /-(?=-)|'(?=')|[`?!](?=`)|,(?=,)/g;

const escape = (text: string) =>
  text
    .replace(/[\\~^<>{}&%$#_]/g, (character) => COMMANDS[character] ?? `\\${character}`)
    .replace(LIGATURES, '$&{}');
