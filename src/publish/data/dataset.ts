import { latest } from '../../archive/instant.ts';
import { years } from '../../archive/browse.ts';
import { type CslDataset, dateParts } from '../citation/csl-item.ts';
import type { Thing } from '../head/json-ld.ts';
import type { Publication } from '../publication.ts';
import type { BulkFile } from './manifest.ts';
import { YEARLY_FILES } from './yearly-files.ts';

/** What is said of the archive as a set of data, in each vocabulary. */
export interface Dataset {
  title: string;
  description: string;
  publisher: string;
  /** The page about the data, and the site. */
  page: string;
  home: string;
  /** Where the bulk files are, with a `/` at the end. */
  folder: string;
  license: string | undefined;
  languages: string[];
  /** The first and the last day of issue; undefined where there is no release. */
  issued: [first: string, last: string] | undefined;
  /** The day of the last change, which is the version. */
  version: string | undefined;
}

export function datasetOf({ archive, addressOf, updatedOn }: Publication): Dataset {
  const { site, releases } = archive;
  const [newest, oldest] = [releases[0], releases.at(-1)];
  const tags = new Set(releases.map(({ language }) => language ?? site.language));
  return {
    title: site.title,
    description: site.description,
    publisher: site.publisher ?? site.title,
    page: addressOf('/data/'),
    home: addressOf('/'),
    folder: addressOf('/data/'),
    license: site.license,
    languages: [...tags].sort(),
    issued: newest && oldest && [oldest.date, newest.date],
    version: latest(releases.map(updatedOn)),
  };
}

/** The data as a whole, as it is cited. */
export function citeDataset(dataset: Dataset, language: string): CslDataset {
  const { title, publisher, version, page } = dataset;
  return {
    id: 'data',
    type: 'dataset',
    title,
    author: [{ literal: publisher }],
    // With hyphens a style takes it for several.
    ...(version !== undefined && {
      issued: dateParts(version),
      version: version.replaceAll('-', '.'),
    }),
    language,
    URL: page,
  };
}

/** The bulk files, before they are made: their names and media types. */
export function bulkFileNames({ archive }: Publication): Pick<BulkFile, 'name' | 'mediaType'>[] {
  return [
    { name: 'releases.csv', mediaType: 'text/csv' },
    ...years(archive.releases).flatMap((year) =>
      Object.values(YEARLY_FILES).map(({ nameOf, mediaType }) => ({
        name: nameOf(year),
        mediaType,
      })),
    ),
  ];
}

/**
 * The archive's data in the vocabulary of schema.org, as data search engines read it.
 * @see https://developers.google.com/search/docs/appearance/structured-data/dataset
 */
export function datasetThing(
  dataset: Dataset,
  files: readonly Pick<BulkFile, 'name' | 'mediaType'>[],
): Thing {
  const { title, description, publisher, page, home, folder, license, languages } = dataset;
  const publishedBy = { '@type': 'Organization', name: publisher, url: home };
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': page,
    url: page,
    name: title,
    description,
    license,
    version: dataset.version,
    dateModified: dataset.version,
    temporalCoverage: dataset.issued?.join('/'),
    inLanguage: languages,
    isAccessibleForFree: true,
    creator: publishedBy,
    publisher: publishedBy,
    distribution: files.map(({ name, mediaType }) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: mediaType,
      contentUrl: folder + name,
    })),
  };
}
