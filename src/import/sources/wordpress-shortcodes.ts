import type { LeftOut } from '../read/document.ts';
import { stretches, withoutStretches } from '../read/stretches.ts';

/** What WordPress itself replaces by pictures and players when it shows a post. */
const OWN = /^(?:audio|caption|wp_caption|embed|gallery|playlist|video)$/;
const TAG = /\[(?!\[)\/?[a-z][\w-]*(?=[\s\]/])/gi;
const REASONS = {
  own: 'a shortcode, for which WordPress shows a picture or a player',
  plugin: 'a shortcode of a plugin: see on the former site what it showed',
  block: 'a block that WordPress fills when it shows a post: see on the former site what it showed',
};

/**
 * Takes shortcodes out of a post, and blocks that have no content of their own. The words between an opening
 * shortcode and its closing one stay. Words in brackets, as in `[sic]`, are no shortcodes.
 */
export function withoutShortcodes(content: string): { html: string; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  for (const { start, end } of stretches(content, /<!-- wp:/g, '-->')) {
    const block = content.slice(start, end);
    const name = /^<!-- wp:([\w/-]+)/.exec(block)?.[1] ?? '';
    if (/\/-->$/.test(block) && !/^(?:more|nextpage|spacer|separator)$/.test(name))
      leftOut.push({ text: block.slice(5, -4).trim().slice(0, 300), reason: REASONS.block });
  }
  const html = withoutStretches(content, /<!--/g, '-->');
  const names = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name]) => name));
  const found = [...stretches(html, TAG, ']')].flatMap(({ start, end }) => {
    const code = html.slice(start, end);
    const name = /^\[\/?([\w-]+)/.exec(code)?.[1] ?? '';
    const isOwn = OWN.test(name);
    const isShortcode = isOwn || names.has(name) || /^\[[\w-]+\s.*?\w=["'\d]/s.test(code);
    return isShortcode ? [{ start, end, code, isOwn }] : [];
  });
  let rest = '';
  let place = 0;
  for (const { start, end, code, isOwn } of found) {
    rest += html.slice(place, start);
    place = end;
    if (!code.startsWith('[/'))
      leftOut.push({ text: code, reason: isOwn ? REASONS.own : REASONS.plugin });
  }
  return { html: rest + html.slice(place), leftOut };
}
