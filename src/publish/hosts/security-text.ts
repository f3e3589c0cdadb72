import type { Site } from '../../archive/site.ts';

/**
 * `security.txt`: where to report a security problem of the site. It is valid until the end of the day that
 * `site.yaml` names, so that the same archive gives the same bytes.
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
export function securityText(
  { contact, expires }: NonNullable<Site['security']>,
  { origin, language }: { origin: string; language: string },
): string {
  const lines = [
    ...contact.map((one) => `Contact: ${contactAddress(one)}`),
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** As an address with its scheme, which the standard requires. */
const contactAddress = (contact: string) =>
  /^[^:/]+@/.test(contact) ? `mailto:${contact}` : contact;
