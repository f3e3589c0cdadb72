import { escapeXml } from './xml.ts';

const MAX_SHORT = 16; // characters of a ShortName
const MAX_DESCRIPTION = 1024;

/** What a browser must know to offer the archive as a search engine. */
export interface SearchEngine {
  title: string;
  description: string;
  /** A BCP 47 tag. */
  language: string;
  /** The absolute address of the search page, without a query. */
  search: string;
  /** A picture: its absolute address, and its media type. */
  icon: { address: string; type: string };
}

/**
 * The description document at `/opensearch.xml`.
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function openSearchDescription(engine: SearchEngine): string {
  const { title, description, language, search, icon } = engine;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapeXml(shorten(title, MAX_SHORT))}</ShortName>`,
    `  <Description>${escapeXml(shorten(description, MAX_DESCRIPTION))}</Description>`,
    `  <Language>${escapeXml(language)}</Language>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    `  <Image width="16" height="16" type="${icon.type}">${escapeXml(icon.address)}</Image>`,
    `  <Url type="text/html" template="${escapeXml(search)}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

/** As many whole words as fit; of a first word that is too long its beginning. */
function shorten(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const start = characters.slice(0, most + 1).join('');
  const words = start.replace(/(?<!\s)\s+\S*$/, '');
  return words === start ? characters.slice(0, most).join('') : words;
}
