import { quote, text } from './fields.ts';

/** Whom to ask about the site: an e-mail address, an `https://` address, or a telephone number as `tel:`. */
export const publicContact = () =>
  text().refine(
    (value) =>
      value === '' ||
      /^(?:mailto:)?[^\s@:/]+@[^\s@:/.]+(?:\.[^\s@:/.]+)+$|^tel:\+?[\d-]{7,}$/i.test(value) ||
      (/^https:\/\/[^\s/]/i.test(value) && URL.canParse(value)),
    {
      error: ({ input }) =>
        `cannot be ${quote(input)}: that is no e-mail address, no https:// address and no tel: number`,
    },
  );

/** A public contact as a link: what it says, and where it leads. */
export function contactLink(contact: string): { name: string; href: string } {
  const name = contact.replace(/^(?:mailto|tel):/i, '');
  return { name, href: contact.includes(':') ? contact : `mailto:${contact}` };
}
