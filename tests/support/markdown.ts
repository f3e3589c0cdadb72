import { bodyRenderer, type Body } from '../../src/markdown/render-body.ts';

/** A renderer for a site at `/archive/` that has these files under `media/`. */
const render = bodyRenderer({
  base: '/archive/',
  media: new Map([
    ['2019/chart.png', { width: 640, height: 480 }],
    ['2019/letter.pdf', undefined],
  ]),
});

/** Renders Markdown that begins on line 1 of a release with the dateline SACRAMENTO. */
export const renderMarkdown = (markdown: string): Body =>
  render({ markdown, line: 1, file: 'a.md', dateline: 'SACRAMENTO' });
