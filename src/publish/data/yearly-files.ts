/** The bulk files of which there is one for each year. */
export const YEARLY_FILES = {
  releases: {
    nameOf: (year: string) => `releases-${year}.jsonl.gz`,
    mediaType: 'application/gzip',
  },
  statements: { nameOf: (year: string) => `statements-${year}.csv`, mediaType: 'text/csv' },
  parquet: {
    nameOf: (year: string) => `statements-${year}.parquet`,
    mediaType: 'application/vnd.apache.parquet',
  },
} as const;
