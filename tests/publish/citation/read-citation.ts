import { Cite, type ReadItem } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** What a reference manager has of a citation. */
export interface ReadCitation {
  title: string;
  offices: string[];
  day: string;
  url: string;
  note: string | undefined;
}

/** Reads one citation, BibTeX or RIS, by a library that others use for it. */
export function readCitation(text: string): ReadCitation {
  const { data } = new Cite(text);
  const [item] = data;
  if (item === undefined || data.length !== 1) throw new Error(`${data.length} items in ${text}`);
  if (item.type !== 'webpage') throw new Error(`It is a ${item.type}`);
  return {
    title: item.title,
    offices: item.author.map(wholeName),
    day: (item.issued['date-parts'][0] ?? [])
      .map((part) => String(part).padStart(2, '0'))
      .join('-'),
    url: item.URL,
    note: item.note,
  };
}

/** RIS has no sign that a name is to be left whole: a comma in it parts it for who reads it. */
const wholeName = ({ literal, family, given }: ReadItem['author'][number]) =>
  literal ?? [family, given].filter(Boolean).join(', ');
