import { extname } from 'node:path';
import type { Element } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import type { LeftOut, SourceFile } from '../document.ts';
import { Numbering } from './numbering.ts';
import type { WordPackage } from './package.ts';
import { Styles } from './styles.ts';
import { WordLedger } from './words.ts';

/**
 * A document that Word shows inside this one (`w:altChunk`), as it was read. Its notes and pictures have
 * numbers and names of their own.
 */
export interface Chunk {
  element: Element;
  notes: FootnoteDefinition[];
  files: SourceFile[];
  /** Its words, read another way than the element. */
  text: string;
  leftOut: LeftOut[];
  alsoLeftOut: LeftOut[];
  warnings: string[];
}

/** Such documents by part; those of kinds that are not read are missing. */
export type Chunks = ReadonlyMap<string, Chunk>;

/** What all stories of a document share while it is read: the text, its notes, the margins. */
export interface Reading {
  pack: WordPackage;
  styles: Styles;
  numbering: Numbering;
  ledger: WordLedger;
  files: SourceFile[];
  /** Files of the package that the release lacks. */
  alsoLeftOut: LeftOut[];
  /** Sentences, each once. */
  warnings: Set<string>;
  /** The numbers of the notes that the text refers to, in order: 1 of `footnote 2`. */
  notes: Map<string, number>;
  /** Notes of documents inside this one, by the same names. */
  innerNotes: Map<string, FootnoteDefinition>;
  /** The parts whose words are read. */
  parts: Set<string>;
  /** The parts that are shown as pictures, or named. */
  used: Set<string>;
  chunks: Chunks;
}

/** Begins to read a document. */
export function beginReading(pack: WordPackage, chunks: Chunks): Reading {
  const styles = new Styles(pack.tree(pack.related('styles')));
  return {
    pack,
    styles,
    numbering: new Numbering(pack.tree(pack.related('numbering')), styles),
    ledger: new WordLedger(),
    files: [],
    alsoLeftOut: [],
    warnings: new Set(),
    notes: new Map(),
    innerNotes: new Map(),
    parts: new Set(),
    used: new Set(),
    chunks,
  };
}

/**
 * Adds a picture to the files.
 * @param id the relationship of the part that leads to it.
 * @returns its name, or undefined if the package does not have it.
 */
export function addPicture(
  { pack, files, used, warnings, alsoLeftOut }: Reading,
  part: string,
  id: string,
  alt: string,
): string | undefined {
  const link = pack.relationships(part).get(id);
  const bytes = link && !link.isExternal ? pack.files.get(link.target) : undefined;
  if (link === undefined || bytes === undefined) {
    const text = [alt, link?.target].filter(Boolean).join(', ') || `picture ${id}`;
    const reason = 'a picture that is not in the file';
    alsoLeftOut.push({ text, reason });
    warnings.add(`Skipped a picture that is not in the file: ${text}`);
    return undefined;
  }
  used.add(link.target);
  const extension = extname(link.target).toLowerCase().replace('.jpeg', '.jpg');
  return addFile(files, { bytes: new Uint8Array(bytes), alt: alt || undefined }, extension);
}

/** Adds a picture under a new name, which it returns. */
export function addFile(
  files: SourceFile[],
  picture: Omit<SourceFile, 'name'>,
  extension: string,
): string {
  const name = `picture-${files.length + 1}${extension}`;
  files.push({ ...picture, name });
  return name;
}

/** The number of a note in the order of the text. */
export function numberOfNote({ notes }: Reading, note: string): number {
  const number = notes.get(note) ?? notes.size + 1;
  notes.set(note, number);
  return number;
}
