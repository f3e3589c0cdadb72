/** The least words that are checked as a quotation, in words; the search offers no check of fewer. */
export const MIN_QUOTED_WORDS = 5;
