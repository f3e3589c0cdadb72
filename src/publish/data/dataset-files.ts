import { RELEASE_COLUMNS } from './csv.ts';
import type { Dataset } from './dataset.ts';
import { formatJson } from './format-json.ts';
import type { BulkFile } from './manifest.ts';
import { type ColumnKind, STATEMENT_COLUMNS } from './statement-table.ts';

/** Columns of `releases.csv` that are no texts. */
const RELEASE_KINDS: Record<string, ColumnKind> = {
  date: 'day',
  statements: 'integer',
  corrections: 'integer',
  withdrawn: 'day',
  modified: 'day',
};

/** Types of columns in CSV, where a list is a text with separators. */
const FIELD_TYPES: Record<ColumnKind, string> = {
  string: 'string',
  day: 'date',
  integer: 'integer',
  list: 'string',
};

/**
 * `/data/datapackage.json`: the tables in CSV with their columns, as a package of Frictionless Data. Its program cannot
 * read lists in Parquet.
 * @see https://datapackage.org/standard/data-package/
 */
export function formatDataPackage(dataset: Dataset, files: readonly BulkFile[]): string {
  const releases = {
    fields: Object.keys(RELEASE_COLUMNS).map((name) => ({
      name,
      type: FIELD_TYPES[RELEASE_KINDS[name] ?? 'string'],
    })),
    primaryKey: ['id'],
  };
  const statements = {
    fields: STATEMENT_COLUMNS.map(({ name, kind, description }) => ({
      name,
      type: FIELD_TYPES[kind],
      description,
    })),
    primaryKey: ['release', 'statement'],
  };
  const tables = files.filter(({ name }) => name.endsWith('.csv'));
  const resources = tables.map(({ name, mediaType, bytes, sha256 }) => ({
    name: name.replace('.csv', ''),
    type: 'table',
    path: name,
    format: 'csv',
    mediatype: mediaType,
    encoding: 'utf-8',
    dialect: { delimiter: ',' }, // its program guesses wrongly
    bytes,
    hash: `sha256:${sha256}`,
    schema: name === 'releases.csv' ? releases : statements,
  }));
  const { title, description, publisher, page, home, license, version } = dataset;
  return formatJson({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'press-releases',
    title,
    description,
    homepage: page,
    version,
    ...(license !== undefined && { licenses: [{ path: license }] }),
    contributors: [{ title: publisher, path: home, roles: ['publisher'] }],
    resources,
  });
}

/**
 * `/data/dcat.jsonld`: the same for catalogues of open data. What DCAT-AP asks for beyond DCAT is there as well: an
 * access address for each file, and the class of each thing that is only named.
 * @see https://www.w3.org/TR/vocab-dcat-3/
 * @see https://semiceu.github.io/DCAT-AP/releases/3.0.1/
 */
export function formatDcat(dataset: Dataset, files: readonly BulkFile[], digest: string): string {
  const { title, description, publisher, page, home, folder, license, languages } = dataset;
  const text = (value: string) => ({ '@value': value });
  const day = (value: string | undefined) => value && { '@type': 'xsd:date', '@value': value };
  const [first, last] = dataset.issued ?? [];
  const terms = license !== undefined && {
    'dct:license': { '@id': license, '@type': 'dct:LicenseDocument' },
  };
  return formatJson({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${page}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:title': text(title),
    'dct:description': text(description),
    'dct:identifier': digest,
    'dcat:version': dataset.version,
    'dct:modified': day(dataset.version),
    'dct:language': [...new Set(languages.map(languageAddress))].map((address) => ({
      '@id': address,
      '@type': 'dct:LinguisticSystem',
    })),
    'dct:publisher': {
      '@id': home,
      '@type': ['foaf:Agent', 'foaf:Organization'],
      'foaf:name': publisher,
    },
    'dct:temporal': first && {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': day(first),
      'dcat:endDate': day(last),
    },
    ...terms,
    'dcat:landingPage': { '@id': page, '@type': 'foaf:Document' },
    'dcat:distribution': files.map(({ name, mediaType, bytes, sha256 }) => ({
      '@id': folder + name,
      '@type': 'dcat:Distribution',
      'dct:title': text(name),
      'dcat:accessURL': { '@id': folder + name },
      'dcat:downloadURL': { '@id': folder + name },
      'dcat:mediaType': {
        '@id': `https://www.iana.org/assignments/media-types/${mediaType}`,
        '@type': 'dct:MediaType',
      },
      ...terms,
      'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': {
          '@id': 'spdx:checksumAlgorithm_sha256',
          '@type': 'spdx:ChecksumAlgorithm',
        },
        'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
      },
    })),
  });
}

/** The address of a language as DCAT asks for it: by its code of two letters where it has one, else of three. */
function languageAddress(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return `http://id.loc.gov/vocabulary/${language.length === 2 ? 'iso639-1' : 'iso639-2'}/${language}`;
}

/**
 * `/data/CITATION.cff`: how to cite the data. JSON's quoted texts are YAML's too.
 * @see https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md
 */
export function formatCitationFile(dataset: Dataset, digest: string): string {
  const { title, description, publisher, page, license, version } = dataset;
  const text = (value: string) => JSON.stringify(value);
  return [
    'cff-version: 1.2.0',
    'type: dataset',
    'message: "Cite a statement by its own address, and the data as a whole as follows."',
    `title: ${text(title)}`,
    `abstract: ${text(description)}`,
    'authors:',
    `  - name: ${text(publisher)}`,
    ...(version === undefined ? [] : [`version: ${text(version)}`, `date-released: ${version}`]),
    `url: ${text(page)}`,
    ...(license === undefined ? [] : [`license-url: ${text(license)}`]),
    'identifiers:',
    '  - type: other',
    `    value: ${text(digest)}`,
    '    description: "digest of all words and fields, as /data/ defines it"',
    '',
  ].join('\n');
}
