import { formatBibtex } from './bibtex.ts';
import type { CslItem } from './csl-item.ts';
import { formatRis } from './ris.ts';

/** A way to hand a citation to a reference manager. */
export interface CitationFormat {
  /** What people call it. */
  name: string;
  /** The file beside the release. */
  file: string;
  mediaType: string;
  format: (item: CslItem) => string;
}

/** The files beside each release for reference managers. */
export const CITATION_FORMATS: readonly CitationFormat[] = [
  {
    name: 'CSL-JSON',
    file: 'release.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    format: (item) => `${JSON.stringify([item])}\n`,
  },
  {
    name: 'BibTeX',
    file: 'release.bib',
    mediaType: 'application/x-bibtex',
    format: formatBibtex,
  },
  {
    name: 'RIS',
    file: 'release.ris',
    mediaType: 'application/x-research-info-systems',
    format: formatRis,
  },
];
