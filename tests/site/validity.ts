import { readFile } from 'node:fs/promises';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { BuiltPage } from './built-page.ts';

/**
 * What `.htmlvalidate.json` changes in html-validate's presets, and why; JSON has no place for it:
 * - `require-sri`: only for what comes from other sites, and nothing does.
 * - `valid-id`: any id that HTML allows. `page:content` can't be that of a heading of a release, which
 *   is made of letters, digits and hyphens, in whatever script.
 * - `prefer-native-element`: a table that scrolls is a region to the keyboard, but no section of the
 *   text.
 * - `tel-non-breaking`: a number is as it was issued, to be copied; no other space or hyphen.
 * - `long-title`: a title is the headline as it was issued.
 * - `meta-refresh`: a former address waits a second, in which JavaScript keeps the statement that the
 *   address cites.
 */
const CONFIG = new URL('../../.htmlvalidate.json', import.meta.url);

/** Makes the function that tells what is wrong with a page, a line each. */
export async function validator(): Promise<(page: BuiltPage) => Promise<string[]>> {
  const config = JSON.parse(await readFile(CONFIG, 'utf8')) as object;
  const validate = new HtmlValidate(new StaticConfigLoader(config));
  return async ({ path, html }) => {
    const { results } = await validate.validateString(html, path);
    return results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector})`,
      ),
    );
  };
}
