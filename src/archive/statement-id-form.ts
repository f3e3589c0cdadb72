/*
 * The form of statement ids, in a file of its own since browsers need it too, where nothing can be hashed
 * at once.
 */

/** An id: a digest, and a number from 2 where the same words appear again in a release. */
export const STATEMENT_ID = /^s-[a-z2-7]{8}(?:-[1-9]\d*)?$/;

/** The digest of a statement's words, as `statementId` makes it. */
export const STATEMENT_DIGEST = /^s-[a-z2-7]{8}$/;
