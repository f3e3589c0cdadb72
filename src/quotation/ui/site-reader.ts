import { idOfDigest, normalizeText, STATEMENT_ID } from '../../archive/statement-id-form.ts';
import { UNSPACED } from '../../search/characters.ts';
import type { PagefindFragment } from '../../search/pagefind-format/browser.ts';
import { NOWHERE } from '../../search/ui/combine-postings.ts';
import { IndexFiles } from '../../search/ui/index-files.ts';
import { splitWords } from '../../search/ui/rank-statements.ts';
import { WordIndex } from '../../search/ui/word-index.ts';
import { decodePostings } from '../../search/word-chunks.ts';
import type { QuotedSource } from '../compare/quoted-source.ts';
import { EARLIER_FILE, type NumberedWording } from '../earlier-file.ts';
import { type ReleasesOfId, releasesOfId, shardDigits, shardFile } from '../id-table.ts';
import type { QuotationReader } from './check-quotation.ts';

/** A release with what is shown of it. */
export interface ShownSource extends QuotedSource {
  title: string;
  date: string;
  office: string;
  language: string | undefined;
}

/** Reads the search index of this site, its table of ids and its releases. Nothing is fetched before it is needed. */
export class SiteReader implements QuotationReader {
  /** All releases that were read, by their ids. */
  readonly sources = new Map<string, ShownSource>();
  readonly #files: IndexFiles;
  readonly #words: WordIndex;
  readonly #ids: string;
  readonly #hasEarlier: boolean;
  #earlier: ReturnType<QuotationReader['earlier']> | undefined;
  readonly common: ReadonlySet<string>;

  private constructor(files: IndexFiles, ids: string, hasEarlier: boolean) {
    this.#files = files;
    this.#words = new WordIndex(files.chunks, (id) => files.chunk(id));
    this.#ids = ids;
    this.#hasEarlier = hasEarlier;
    this.common = new Set(files.catalogue.common);
  }

  /**
   * @param index the address of the folder with the search index, with a `/` at its end.
   * @param ids that of the folder with the table of ids.
   * @param hasEarlier whether earlier words of statements are published there.
   */
  static async open(index: string, ids: string, hasEarlier = false): Promise<SiteReader> {
    return new SiteReader(await IndexFiles.open(index), ids, hasEarlier);
  }

  get releases(): number {
    return this.#files.catalogue.releases;
  }

  async word(key: string) {
    const word = await this.#words.word(key);
    return word === undefined ? NOWHERE : decodePostings(word);
  }

  async release(page: number): Promise<QuotedSource> {
    const source = sourceOf(await this.#files.release(page));
    this.sources.set(source.release, source);
    return source;
  }

  async record(source: QuotedSource): Promise<QuotedSource> {
    const response = await fetch(`${source.url}release.json`);
    if (!response.ok) return source; // a copy without the data: nothing is known of edits
    const { statements, removed } = (await response.json()) as QuotedSource;
    return { ...source, statements, removed };
  }

  async digest(text: string): Promise<string | undefined> {
    // Browsers lack it on pages that came without encryption.
    const subtle = (globalThis.crypto as Partial<Crypto>).subtle;
    if (subtle === undefined) return undefined;
    const bytes = new TextEncoder().encode(normalizeText(text));
    return idOfDigest(new Uint8Array(await subtle.digest('SHA-256', bytes)));
  }

  async withId(id: string): Promise<ReleasesOfId> {
    const digits = shardDigits(this.releases);
    const response = await fetch(this.#ids + shardFile(id, digits));
    // No statement has an id that begins so; or a copy lacks the file, then the words are looked up.
    if (!response.ok) return { releases: [], count: 0 };
    return releasesOfId(new Uint8Array(await response.arrayBuffer()), id, digits);
  }

  earlier(): ReturnType<QuotationReader['earlier']> {
    return (this.#earlier ??= this.#hasEarlier
      ? readEarlier(this.#ids + EARLIER_FILE)
      : Promise.resolve(new Map<number, never>()));
  }
}

async function readEarlier(address: string): ReturnType<QuotationReader['earlier']> {
  const response = await fetch(address);
  if (!response.ok) return new Map(); // a copy without the file: nothing is known of them
  const all = (await response.json()) as NumberedWording[];
  return Map.groupBy(all, ({ release }) => release);
}

/** The statements of a release as the search index has them. */
function sourceOf({ url, content, meta, anchors }: PagefindFragment): ShownSource {
  const words = splitWords(content);
  const sorted = anchors.toSorted((a, b) => a.location - b.location);
  const statements = sorted.flatMap(({ id, location }, n) => {
    if (!STATEMENT_ID.test(id)) return [];
    // What begins where the next one begins has no words of its own, such as an item with a list in it.
    const end = sorted[n + 1]?.location ?? words.length;
    const text = words.slice(location, end).join(' ').replaceAll(` ${UNSPACED}`, '');
    return [{ id, text: text.replaceAll(UNSPACED, '') }];
  });
  const { id = '', title = '', date = '', office = '', language } = meta;
  return { release: id, url, statements, title, date, office, language };
}
