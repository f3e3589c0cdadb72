import { parquetWriteBuffer } from 'hyparquet-writer';
import { constants, zstdCompressSync } from 'node:zlib';
import { formatRow, SEPARATOR } from './csv-row.ts';
import type { ReleaseRecord } from './release-record.ts';

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number];
type Value = string | number | readonly string[] | undefined;

/** What a column holds: a text, a day, a whole number, or a list of texts. */
export type ColumnKind = 'string' | 'day' | 'integer' | 'list';

interface StatementColumn {
  name: string;
  kind: ColumnKind;
  /** Left out where every row has a value. */
  isOptional?: true;
  description: string;
  value: (record: ReleaseRecord, place: number) => Value;
}

const statementAt = ({ statements }: ReleaseRecord, place: number) => statements[place];

const attributionsAt = (record: ReleaseRecord, place: number) => {
  const id = statementAt(record, place)?.id;
  return (record.attributions ?? []).filter(({ statement }) => statement === id);
};

/** The columns of the tables of statements in their order; a new one comes last. */
export const STATEMENT_COLUMNS: readonly StatementColumn[] = [
  {
    name: 'release',
    kind: 'string',
    description: 'the id of the release',
    value: ({ id }) => id,
  },
  {
    name: 'statement',
    kind: 'string',
    description: 'the id of the statement, of which a release has no two alike',
    value: (record, place) => statementAt(record, place)?.id,
  },
  {
    name: 'position',
    kind: 'integer',
    description: 'the place of the statement in the release, from 1',
    value: (_, place) => place + 1,
  },
  {
    name: 'date',
    kind: 'day',
    description: 'the day of issue',
    value: ({ frontmatter }) => frontmatter.date,
  },
  {
    name: 'title',
    kind: 'string',
    description: 'the headline of the release',
    value: ({ frontmatter }) => frontmatter.title,
  },
  {
    name: 'office',
    kind: 'list',
    description: 'the offices that issued it, by slug',
    value: ({ frontmatter }) => frontmatter.office,
  },
  {
    name: 'office_name',
    kind: 'list',
    description: 'the same by name',
    value: ({ offices }) => offices.map(({ name }) => name),
  },
  {
    name: 'caucus',
    kind: 'list',
    description: 'caucuses on whose behalf it was issued, by slug',
    value: ({ frontmatter }) => frontmatter.caucus ?? [],
  },
  {
    name: 'topics',
    kind: 'list',
    description: 'the topics of the release',
    value: ({ frontmatter }) => frontmatter.topics ?? [],
  },
  {
    name: 'speakers',
    kind: 'list',
    description: 'who speaks in the release, by its file; who says this statement is in speaker',
    value: ({ frontmatter }) => frontmatter.speakers ?? [],
  },
  {
    name: 'language',
    kind: 'string',
    description: 'a BCP 47 tag',
    value: ({ csl }) => csl.language,
  },
  {
    name: 'withdrawn',
    kind: 'day',
    isOptional: true,
    description: 'the day on which the release was withdrawn',
    value: ({ frontmatter }) => frontmatter.withdrawn?.date,
  },
  {
    name: 'url',
    kind: 'string',
    description: 'the address of the statement',
    value: (record, place) => `${record.url}#${statementAt(record, place)?.id ?? ''}`,
  },
  {
    name: 'text',
    kind: 'string',
    description: 'its words as issued, white space made single',
    value: (record, place) => statementAt(record, place)?.text,
  },
  {
    name: 'bills',
    kind: 'list',
    description: 'the bills that the release is about',
    value: ({ frontmatter }) => frontmatter.bills ?? [],
  },
  {
    name: 'speaker',
    kind: 'list',
    description: 'who says the statement, as far as that is known',
    value: (record, place) => attributionsAt(record, place).map(({ speaker }) => speaker),
  },
  {
    name: 'speaker_basis',
    kind: 'string',
    isOptional: true,
    description: 'how that is known: from the file of the release, or by rule from its words',
    value: (record, place) => attributionsAt(record, place)[0]?.basis,
  },
  {
    name: 'said_before',
    kind: 'list',
    description:
      'earlier statements with the same words or nearly the same, as release#statement, the oldest first',
    value: (record, place) => {
      const id = statementAt(record, place)?.id;
      const { earlier = [] } = record.echoes?.find(({ statement }) => statement === id) ?? {};
      return earlier.map(({ release, statement }) => `${release}#${statement}`);
    },
  },
];

/** By this mark spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table of statements as CSV, which opens in spreadsheets as it is. */
export function statementsCsv(records: readonly ReleaseRecord[]): string {
  const cell = (value: Value) =>
    typeof value === 'object' ? value.join(SEPARATOR) : String(value ?? '');
  const rows = records.flatMap((record) =>
    record.statements.map((_, place) =>
      formatRow(STATEMENT_COLUMNS.map((column) => cell(column.value(record, place)))),
    ),
  );
  return `${BYTE_ORDER_MARK}${formatRow(STATEMENT_COLUMNS.map(({ name }) => name))}${rows.join('')}`;
}

/**
 * The same as Parquet, in which days are days and lists are lists.
 * @see https://parquet.apache.org/docs/file-format/types/logicaltypes/
 */
export function statementsParquet(records: readonly ReleaseRecord[]): Uint8Array {
  const places = records.flatMap((record) =>
    record.statements.map((_, place) => [record, place] as const),
  );
  const columnData = STATEMENT_COLUMNS.map(({ name, kind, value }) => ({
    name,
    data: places.map(([record, place]) => {
      const one = value(record, place);
      return kind === 'day' && typeof one === 'string' ? new Date(`${one}T00:00:00Z`) : one;
    }),
  }));
  const bytes = parquetWriteBuffer({
    columnData,
    schema: [
      { name: 'statements', num_children: STATEMENT_COLUMNS.length },
      ...STATEMENT_COLUMNS.flatMap(schemaOf),
    ],
    codec: 'ZSTD',
    compressors: { ZSTD: compress },
    createdBy: 'On the Record',
  });
  return new Uint8Array(bytes);
}

const compress = (bytes: Uint8Array): Uint8Array =>
  zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 9 } });

function schemaOf({ name, kind, isOptional }: StatementColumn): SchemaElement[] {
  const repetition_type = isOptional ? 'OPTIONAL' : 'REQUIRED';
  const text = {
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    logical_type: { type: 'STRING' },
  } as const;
  switch (kind) {
    case 'string':
      return [{ name, repetition_type, ...text }];
    case 'integer':
      return [{ name, repetition_type, type: 'INT32' }];
    case 'day': {
      const logical_type = { type: 'DATE' } as const;
      return [{ name, repetition_type, type: 'INT32', converted_type: 'DATE', logical_type }];
    }
    case 'list': {
      const list = { converted_type: 'LIST', logical_type: { type: 'LIST' } } as const;
      return [
        { name, repetition_type, num_children: 1, ...list },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...text },
      ];
    }
  }
}
