import type { Element } from 'hast';
import { isStoryPiece, type PagePiece } from './page-pieces.ts';

const NAVIGATION = /^(?:nav|form|dialog|menu)$/;
const ROLE = /^(?:navigation|search|banner|contentinfo|dialog|toolbar|menu|menubar|tablist)$/;
/** What themes call the boxes of a page that are not its story. */
const NAMED =
  /(?:^|[\s_-])(?:(?:left|right|top|main|side|sub|bottom)?(?:nav|menu)|navbar|navigation|sidebar|shar(?:e|ing)|share\w*|social\w*|addtoany\w*|sharedaddy|breadcrumbs?|related(?!-quote)\w*|newsletter\w*|subscribe|signup|cookies?|comments?|respond|pagination|pager|prev|next|widget|promo\w*|advert\w*|ads?|ad-\w+|banner|tags?|tag-links|cat-links|post-navigation|toolbar|print(?:link)?|skip-link|masthead|site-header|site-footer|footer-\w+|copyright)(?=$|[\s_-])|^(?:page|site|left|right)?footer$/i;
/** Names that say how a box looks, or what WordPress knows of a post: `has-sidebar`, `tag-levees`. */
const MODIFIER =
  /(?:^|-)(?:has|no|with|without|is|js)-|^(?:category|tag|author|type|status|format|post)-/i;
/** Names of boxes around a whole page, which say nothing of what is in them. */
const WHOLE = /^(?:html|body|main|article)$/;
/** The words of buttons for sharing. */
const SHARING = new Set(
  'share tweet print email e-mail mail facebook twitter x linkedin pinterest whatsapp reddit tumblr instagram youtube flickr rss like follow copy link save pdf download this on via us by to a the page article post story release with your friends friend click here send view text size font me and or in new window opens bluesky threads mastodon'.split(
    ' ',
  ),
);
const MORE =
  /^(?:related|recent|latest|more|other|previous|next|read more|see also|you may also|comments?|leave a (?:reply|comment)|tags?|topics?|categor(?:y|ies)|filed under|posted (?:in|by|on)|share (?:this|on)|follow us|connect with|newsletter|sign ?up|subscribe|back to|return to|issues?|archives?|relacionad[oa]s?|artículos relacionados|noticias relacionadas|más noticias|comentarios?|compartir|etiquetas|articles? (?:similaires|liés|connexes)|commentaires?|partager|lire aussi|à lire aussi|ähnliche|verwandte|weitere|mehr (?:zum|aus|von)|kommentare?|teilen|das könnte|tin liên quan|bình luận)(?!\p{L})/iu;

/** Whether a box is not the story's: by its element, its role or the names that its theme gives it. */
export function isFurnitureBox({ tagName, properties }: Element): boolean {
  if (NAVIGATION.test(tagName) || ROLE.test(String(properties['role'] ?? ''))) return true;
  if (WHOLE.test(tagName) || String(properties['role'] ?? '') === 'main') return false;
  const names = [properties['className'], properties['id']].flat().map(String);
  return names.some((name) => !MODIFIER.test(name) && NAMED.test(name));
}

/** The box of furniture that a piece is in, below an element; undefined if in none. */
export type FurnitureFinder = (piece: PagePiece, below: Element) => Element | undefined;

/** The share of a page's sentences from which on a box is its story's, whatever its name: a form around all. */
const MAX_SHARE = 0.4;

/** Finds the boxes of furniture of a page. */
export function furnitureFinder(pieces: readonly PagePiece[]): FurnitureFinder {
  const words = new Map<Element, number>();
  let all = 0;
  for (const piece of pieces.filter(isStoryPiece)) {
    all += piece.words;
    for (const box of piece.around) words.set(box, (words.get(box) ?? 0) + piece.words);
  }
  const isFurniture = (box: Element) =>
    isFurnitureBox(box) && (words.get(box) ?? 0) <= MAX_SHARE * all;
  return ({ around }, below) => {
    const end = around.indexOf(below);
    return around.slice(0, end === -1 ? around.length : end).find(isFurniture);
  };
}

/** Buttons for sharing, written out. */
export const isSharing = ({ text, words }: PagePiece) =>
  words > 0 &&
  words <= 16 &&
  /share|tweet|facebook|twitter|print|e-?mail|linkedin|follow|pdf/i.test(text) &&
  (text.toLowerCase().match(/[\p{L}-]+/gu) ?? []).every((word) => SHARING.has(word));

/** A heading or a label above what a site adds to a story: other releases, comments, tags. */
export const isAboveMore = ({ text, words, heading }: PagePiece) =>
  MORE.test(text) && words <= (heading > 0 ? 6 : 4);
