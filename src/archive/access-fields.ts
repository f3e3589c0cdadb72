import { z } from 'zod';
import { day, listOfUnique } from './fields.ts';
import { publicContact } from './public-contact.ts';

const accessibility = z.strictObject({
  contact: listOfUnique(publicContact()).describe(
    'whom to ask for a page or document in another format: an e-mail address, tel: and a number, or the https:// address of a page',
  ),
  reviewed: day()
    .optional()
    .describe(
      'the day on which someone last looked whether the statement is true, as in 2027-04-01',
    ),
});

/** The fields of `site.yaml` about access for everyone. Both may be left out. */
export const accessFields = {
  accessibility: accessibility
    .optional()
    .describe(
      'contact: and, if you like, reviewed:, indented below accessibility:; every page then offers other formats, and /accessibility/ has a statement',
    ),
  archived_before: day()
    .optional()
    .describe(
      'the day from which on the rules of access bind the archive, as in 2027-04-26: releases issued before are marked as archived (28 CFR 35.104)',
    ),
};
