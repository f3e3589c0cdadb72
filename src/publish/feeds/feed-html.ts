/** The link of a statement to itself. */
const PERMALINK = /<a data-permalink(?:[^<>"]|"[^"]*")*><\/a>/g;
/** An address in a start tag, up to where it begins. */
const ADDRESS = /(<\w+(?:\s[\w-]+(?:="[^"]*")?)*?\s(?:href|src)=")([#/])(?!\/)/g;

/**
 * The text of a release as it can be read away from its page: addresses are whole, and the signs by which
 * the page links to its statements are left out. The HTML is ours, so its form is known.
 * @param page the whole address of the release.
 */
export function feedHtml(html: string, page: string): string {
  const { origin } = new URL(page);
  return html
    .replace(PERMALINK, '')
    .replace(
      ADDRESS,
      (_, tag: string, sign: string) => tag + (sign === '#' ? page : origin) + sign,
    );
}
