import { z } from 'zod';
import { quote, text } from './fields.ts';

/** Whom the press may call or write to. */
export const contactSchema = z
  .strictObject({
    name: text().describe('the name of the person or the press office'),
    title: text().optional().describe("the person's title, such as Director of Communications"),
    office: text()
      .optional()
      .describe('the office as the release printed it, or the name of its file under offices/'),
    phone: text()
      .refine((phone) => phone === '' || phone.replace(/\D/g, '').length >= 7, {
        error: ({ input }) => `cannot be ${quote(input)}: it has fewer than seven digits`,
      })
      .optional()
      .describe('a telephone number, as in (916) 555-0123'),
    email: z
      .email({
        error: ({ input }) => `cannot be ${quote(input)}: it is not an e-mail address`,
      })
      .optional()
      .describe('an e-mail address, as in press@example.org'),
  })
  .refine((person) => person.phone !== undefined || person.email !== undefined, {
    error: 'has neither phone nor email',
    when: ({ value }) => typeof value === 'object' && value !== null, // so that all is reported in one run
  });
