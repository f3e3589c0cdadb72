/**
 * The schema of CSL-JSON 1.0.2, put together from the names that it knows: which hold people, days, text,
 * and text or numbers. Nothing else may be in an item.
 * @see https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
 */
const TYPES =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic ' +
  'collection dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing ' +
  'interview legal_case legislation manuscript map motion_picture musical_score pamphlet ' +
  'paper-conference patent performance periodical personal_communication post post-weblog regulation ' +
  'report review review-book software song speech standard thesis treaty webpage';
const NAMES =
  'author chair collection-editor compiler composer container-author contributor curator director ' +
  'editor editorial-director executive-producer guest host interviewer illustrator narrator organizer ' +
  'original-author performer producer recipient reviewed-author script-writer series-creator translator';
const DATES = 'accessed available-date event-date issued original-date submitted';
const TEXTS =
  'language journalAbbreviation shortTitle abstract annote archive archive_collection ' +
  'archive_location archive-place authority call-number citation-label collection-title ' +
  'container-title container-title-short dimensions division DOI event event-title event-place genre ' +
  'ISBN ISSN jurisdiction keyword medium note original-publisher original-publisher-place ' +
  'original-title part-title PMCID PMID publisher publisher-place references reviewed-genre ' +
  'reviewed-title scale source status title title-short URL volume-title volume-title-short year-suffix';
const NUMBERS =
  'chapter-number citation-number collection-number edition first-reference-note-number issue locator ' +
  'number number-of-pages number-of-volumes page page-first part-number printing-number section ' +
  'supplement-number version volume';

const all = (names: string, schema: object) =>
  Object.fromEntries(names.split(' ').map((name) => [name, schema]));
const string = { type: 'string' };
const mixed = { type: ['string', 'number'] };
const loose = { type: ['string', 'number', 'boolean'] };

const person = {
  type: 'object',
  properties: {
    ...all('family given dropping-particle non-dropping-particle suffix literal', string),
    ...all('comma-suffix static-ordering parse-names', loose),
  },
  additionalProperties: false,
};

const date = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: mixed },
    },
    season: mixed,
    circa: loose,
    literal: string,
    raw: string,
  },
  additionalProperties: false,
};

export const cslDataSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: { type: 'string', enum: TYPES.split(' ') },
      id: mixed,
      categories: { type: 'array', items: string },
      custom: { type: 'object' },
      ...all(NAMES, { type: 'array', items: person }),
      ...all(DATES, date),
      ...all(TEXTS, string),
      ...all(NUMBERS, mixed),
    },
    required: ['type', 'id'],
    additionalProperties: false,
  },
};
