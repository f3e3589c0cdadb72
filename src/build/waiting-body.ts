import type { RenderedBody } from './work-release.ts';

/**
 * The same body, whose HTML waits as UTF-8 until it is asked for: as a string it takes twice the bytes if
 * one of its letters is no Latin-1, as a curly quotation mark is none.
 */
export function waitingBody({ html, ...rest }: RenderedBody): RenderedBody {
  const bytes = Buffer.from(html);
  return {
    ...rest,
    get html() {
      return bytes.toString();
    },
  };
}
