/** What the target of a request asks for; nothing of a disk is looked at yet. */
export type Asked =
  | { file: string[]; isFolder: boolean; query: string }
  /** `400` for what is no target, `404` for what no site can have. */
  | { status: 400 | 404 };

/** Whether a text is a path or a whole address, and says where its signs begin and end. */
export function isRequestTarget(target: string): boolean {
  const isWhole = /^https?:\/\//i.test(target) && URL.canParse(target);
  if (!isWhole && !/^\/(?![/\\])/.test(target)) return false;
  return pathIn(target).every((step) => step !== undefined && !/[\0-\x1f\x7f]/.test(step));
}

/** The steps of a path; undefined for one that cannot be decoded. */
const pathIn = (target: string) =>
  (target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0] ?? '')
    .slice(1)
    .split('/')
    .map(decode);

/**
 * Reads the target of a request into the steps of a path below the site. A step is decoded after the path is
 * cut at its `/`, so that `%2f` and `%2e%2e` lead nowhere.
 * @param target as it stands in the request: `/a/b?c`, or with a scheme and a host before it.
 * @param base where the site is mounted, with a `/` at both ends.
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-request-target
 */
export function readTarget(target: string, base: string): Asked {
  if (!isRequestTarget(target)) return { status: target.startsWith('//') ? 404 : 400 };
  const query = /\?[^#]*/.exec(target)?.[0] ?? '';
  const below = stepsBelow(pathIn(target) as string[], base);
  if (below === undefined) return { status: 404 };
  const isFolder = below.at(-1) === '';
  const file = isFolder ? below.slice(0, -1) : below;
  if (!file.every(isName)) return { status: 404 };
  return { file, isFolder, query };
}

/** The steps below the base; the base without its last `/` is a folder as well. */
function stepsBelow(steps: readonly string[], base: string): string[] | undefined {
  const above = base.split('/').slice(1, -1);
  if (above.some((step, n) => steps[n] !== step)) return undefined;
  return steps.slice(above.length);
}

/**
 * Whether a file of a site can be called so: hidden ones are not for visitors, but for `.well-known`
 * (RFC 8615), and a separator of any system is no part of a name.
 */
const isName = (step: string, n: number) =>
  step !== '' &&
  !/[\\/]/.test(step) &&
  (!step.startsWith('.') || (n === 0 && step === '.well-known'));

function decode(step: string): string | undefined {
  try {
    return decodeURIComponent(step);
  } catch {
    return undefined; // the only way that JavaScript has to say no
  }
}
