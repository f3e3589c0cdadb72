import { familyOf } from './fonts.ts';
import { SIZE } from './picture.ts';
import type { Texts } from './texts.ts';

/** An element as Satori takes it: `display` is `flex` for all of them. */
export interface Box {
  type: 'div';
  key: string | null;
  props: { style: Record<string, string | number>; children?: string | Box[] };
}

/** The light colours of `src/styles/tokens.css`. */
export const COLOURS = {
  paper: '#fdfcf9',
  ink: '#1b1a17',
  inkSoft: '#57534a',
  ruleStrong: '#1b1a17',
  accent: '#14406e',
  alert: '#8c1d18',
  alertPaper: '#fbeae8',
};

/** Keys of the headline and of the space for it: the headline fits if it is not higher. */
export const HEADLINE = 'headline';
export const ROOM = 'room';

const { width, height } = SIZE;
/** Pixels at the left and the right. */
const GUTTER = 64;

const box = (style: Box['props']['style'], children?: string | Box[], key?: string): Box => ({
  type: 'div',
  key: key ?? null,
  props: { style: { display: 'flex', ...style }, ...(children !== undefined && { children }) },
});

/** The picture: below the site's masthead whose release it is, the headline, and the day. */
export function layoutOf(texts: Texts, headlineSize: number): Box {
  const { site, notice, kicker, headline, day, accent } = texts;
  const clamp = { display: 'block', textOverflow: 'ellipsis' };
  return box(
    {
      flexDirection: 'column',
      width,
      height,
      boxSizing: 'border-box',
      padding: `44px ${GUTTER}px 48px`,
      backgroundColor: COLOURS.paper,
      color: COLOURS.ink,
      fontFamily: familyOf('sans'),
      fontSize: 30,
      lineHeight: 1.25,
    },
    [
      box(
        { ...clamp, fontFamily: familyOf('serif'), fontSize: 32, lineClamp: 1, minHeight: 40 },
        site ?? '',
      ),
      box({ ...rule(accent), marginTop: 16 }),
      box({ ...rule(accent), marginTop: 3 }),
      ...(notice === undefined ? [] : [noticeBox(notice)]),
      ...(kicker === undefined
        ? []
        : [
            box({ ...clamp, marginTop: 28, color: accent ?? COLOURS.accent, lineClamp: 3 }, kicker),
          ]),
      box(
        {
          flexGrow: 1,
          marginTop: kicker === undefined ? 32 : 14,
          marginBottom: 24,
        },
        [
          box(
            {
              position: 'absolute', // the block has the same height
              width: width - 2 * GUTTER,
              fontFamily: familyOf('serif'),
              fontSize: headlineSize,
              lineHeight: 1.14,
              letterSpacing: '-0.01em',
              textWrap: 'balance',
              wordBreak: 'break-word',
            },
            headline,
            HEADLINE,
          ),
        ],
        ROOM,
      ),
      box({ color: COLOURS.inkSoft }, day),
    ],
  );
}

/*
 * Lines are boxes, and nothing is hidden: borders and `overflow` become masks of the whole picture, which
 * take twice the time of all else.
 */
const rule = (color = COLOURS.ruleStrong) => ({
  height: 2,
  flexShrink: 0,
  backgroundColor: color,
});

const noticeBox = (notice: string) =>
  box({ marginTop: 24, backgroundColor: COLOURS.alertPaper, color: COLOURS.alert }, [
    box({ width: 8, backgroundColor: COLOURS.alert }),
    box({ padding: '10px 22px', fontSize: 32, letterSpacing: '0.04em' }, notice.toUpperCase()),
  ]);
