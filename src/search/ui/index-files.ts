import type { FacetNames, SearchCatalogue } from '../catalogue.ts';
import { nameOfPage } from '../page-names.ts';
import { fragmentFile, type PagefindFragment, parseFragment } from '../pagefind-format/browser.ts';
import { chunkFile, type ChunkList, decodeChunkList } from '../word-chunks.ts';

/** A file of the index that the server does not have. */
export class MissingFile extends Error {
  constructor(address: string) {
    super(`The site has no file ${address}`);
  }
}

/** The files of the search index, each fetched when it is first needed, and once. */
export class IndexFiles {
  readonly catalogue: SearchCatalogue;
  readonly chunks: ChunkList;
  readonly #folder: string;
  readonly #chunks = new Map<string, Promise<Uint8Array>>();
  readonly #releases = new Map<number, Promise<PagefindFragment>>();
  readonly #names = new Map<string, Promise<FacetNames>>();

  private constructor(folder: string, catalogue: SearchCatalogue) {
    this.#folder = folder;
    this.catalogue = catalogue;
    this.chunks = decodeChunkList(catalogue.chunks);
  }

  /** Fetches what every search needs. @param folder the index's address, with a `/` at its end. */
  static async open(folder: string): Promise<IndexFiles> {
    const response = await fetchFile(`${folder}catalogue.json`);
    return new IndexFiles(folder, (await response.json()) as SearchCatalogue);
  }

  /** A chunk of the word index. */
  chunk(id: string): Promise<Uint8Array> {
    return once(this.#chunks, id, async () => {
      const response = await unpack(this.#folder + chunkFile(id));
      return new Uint8Array(await response.arrayBuffer());
    });
  }

  /**
   * The words of a release. The index has its address from the site's root, which is above the index's folder.
   * @param page its number in the index. @param priority of the request, where it is the first.
   */
  release(page: number, priority?: RequestPriority): Promise<PagefindFragment> {
    return once(this.#releases, page, async () => {
      const file = fragmentFile(nameOfPage(this.catalogue.shards, page));
      const release = parseFragment(await unpackText(this.#folder + file, priority));
      const root = this.#folder.slice(
        0,
        this.#folder.lastIndexOf('/', this.#folder.length - 2) + 1,
      );
      return { ...release, url: root + release.url.replace(/^\//, '') };
    });
  }

  /** The names of all facets' values. */
  names(): Promise<FacetNames> {
    const { names } = this.catalogue;
    return once(this.#names, names, async () => JSON.parse(await this.text(names)) as FacetNames);
  }

  /** The text of a compressed file. @param name as the catalogue has it. */
  text(name: string, priority?: RequestPriority): Promise<string> {
    return unpackText(this.#folder + name, priority);
  }
}

/** What is made once, unless it fails: then the next try can succeed. */
function once<Key, Made>(
  made: Map<Key, Promise<Made>>,
  key: Key,
  make: () => Promise<Made>,
): Promise<Made> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const making = make().catch((cause: unknown) => {
    made.delete(key);
    throw cause;
  });
  made.set(key, making);
  return making;
}

/** @throws {MissingFile} if the server does not have it. */
async function fetchFile(address: string, priority: RequestPriority = 'auto'): Promise<Response> {
  const response = await fetch(address, { priority });
  if (response.status === 404 || response.status === 410) throw new MissingFile(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

async function unpack(address: string, priority?: RequestPriority): Promise<Response> {
  const { body } = await fetchFile(address, priority);
  if (body === null) throw new Error(`Nothing came for ${address}`);
  return new Response(body.pipeThrough(new DecompressionStream('gzip')));
}

const unpackText = async (address: string, priority?: RequestPriority) =>
  (await unpack(address, priority)).text();
