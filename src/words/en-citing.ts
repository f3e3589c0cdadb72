/** The words of the script of a release's page, which has the English ones within it: see `pageWords`. */
export const citing = {
  toolbar: 'Cite this statement',
  copyLink: 'Copy link',
  copyQuotation: 'Copy quotation',
  cite: 'Cite…',
  checkQuotation: 'Check quotation',
  linkCopied: 'Link copied',
  linkInAddressBar: 'The link is in the address bar',
  quotationCopied: 'Quotation copied',
  quotationNotCopied: 'The quotation could not be copied',
  quotation: '“{words}”',
  citationNotLoaded: 'The citation could not be loaded',
  loading: 'Loading…',
  close: 'Close',
  copyCitation: 'Copy citation',
  citationCopied: 'Citation copied',
  citationNotCopied: 'The citation could not be copied',
  credit: 'Citations by CSL (citeproc-js).',
  style: 'Style',
  /** On paper. */
  retrieved: 'Retrieved {day}.',
  tableRow: 'Table row',
  styleNotLoaded: 'This style could not be loaded. The files below hold the citation as well.',
  clearHighlights: 'Clear highlights',
  unknownStatement:
    'This link names a statement that this release never had. The address may have a typing error in it.',
  searchInstead: 'Search for its words',
};
