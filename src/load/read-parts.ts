import { join } from 'node:path';
import { type ContentFiles, listContent } from '../archive/content-folder.ts';
import { withPresentCaucuses } from '../archive/former-issuers.ts';
import { caucusSchema, officeSchema, officeSchemaAmong } from '../archive/issuer.ts';
import type { LedgerIndex } from '../archive/ledger/ledger-files.ts';
import type { OwnPage } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { statementPage } from './access-statement.ts';
import { indexCachedLedger } from './cached-ledger.ts';
import { type Face, loadFace } from './load-face.ts';
import type { LoadOptions } from './load-options.ts';
import { FOOTER, HOME, loadOwnTexts, type OwnTexts } from './load-own-pages.ts';
import { type MediaFile, measureMedia } from './measure-media.ts';
import { mediaFaults } from './media-faults.ts';
import { readIssuers, readSiteFields } from './read-yaml-files.ts';

type SiteFields = Awaited<ReturnType<typeof readSiteFields>>;
type Issuers<Schema extends typeof officeSchema | typeof caucusSchema> = Awaited<
  ReturnType<typeof readIssuers<Schema>>
>;

/** A content folder but for its releases. */
export interface Parts extends SiteFields {
  files: ContentFiles;
  offices: Issuers<typeof officeSchema>;
  caucuses: Issuers<typeof caucusSchema>;
  media: ReadonlyMap<string, MediaFile>;
  mediaFaults: Awaited<ReturnType<typeof mediaFaults>>;
  /** Where the ledger has its lines. */
  index: LedgerIndex;
  texts: OwnTexts;
  /** The page of the statement on accessibility, if it is to be written. */
  statement: OwnPage | undefined;
  face: Face;
  /** What is wrong so far. */
  errors: Problem[];
  warnings: Problem[];
}

/** Reads all of a content folder but its releases. @throws {Error} if it cannot be listed. */
export async function readParts(options: LoadOptions): Promise<Parts> {
  const { contentDir, base, cacheDir } = options;
  const files = await listContent(contentDir);
  const errors = [...files.errors];
  const warnings = [...files.warnings];
  const media = await measureMedia(contentDir, files.media);
  const faults = await mediaFaults(join(contentDir, 'media'), media.keys());
  const { site, lineOf } = await readSiteFields(contentDir, errors, warnings);
  const caucuses = await readIssuers(contentDir, files.caucuses, caucusSchema, errors, warnings);
  const ofOffice = files.hasCaucuses ? officeSchemaAmong(caucuses) : officeSchema;
  const offices = withPresentCaucuses(
    await readIssuers(contentDir, files.offices, ofOffice, errors, warnings),
    caucuses,
  );
  const index = await indexCachedLedger(contentDir, files.ledger, cacheDir);
  const texts = await loadOwnTexts(
    {
      contentDir,
      pages: files.pages,
      texts: [HOME, FOOTER].filter((path) => files.face.includes(path)),
      withDrafts: options.withHeld === true,
      withFaulty: options.dropsDangling === true,
    },
    { base, media: sizesOf(media), language: site.language },
  );
  const statement = statementPage(site, texts.pages);
  const hasTexts = [files.pages[0], texts.home, texts.footer, statement].some(Boolean);
  const ofFace = { contentDir, site, lineOf, files: files.face, media, hasTexts };
  const face = await loadFace(ofFace, errors, warnings);
  errors.push(...index.errors, ...texts.errors);
  warnings.push(...index.warnings, ...texts.warnings);
  return {
    ...{ files, site, lineOf, offices, caucuses, media, mediaFaults: faults },
    ...{ index, texts, statement, face, errors, warnings },
  };
}

/** The sizes of pictures, by their paths below `media/`. */
export const sizesOf = (media: Parts['media']) =>
  new Map([...media].map(([path, { size }]) => [path, size]));
