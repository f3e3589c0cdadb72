import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readRelease } from './release.ts';

/**
 * Adds a former address to the frontmatter of a release, and changes nothing else in the file.
 * @param text the file's content; `file` its name.
 * @returns the new content; undefined where the frontmatter is written in a way that this cannot add to.
 */
export function addAlias(text: string, file: string, path: string): string | undefined {
  const changed = insertAlias(text, path);
  if (changed === undefined) return undefined;
  const [before, after] = [text, changed].map((one) => readRelease(Buffer.from(one), file));
  const rest = (read: typeof after) =>
    JSON.stringify([read?.release, read?.body?.markdown], (field, value: unknown) =>
      field === 'aliases' ? undefined : value,
    );
  const expected = [...(before?.release?.aliases ?? []), path];
  const isGood =
    rest(before) === rest(after) && after?.release?.aliases?.join() === expected.join();
  return isGood ? changed : undefined;
}

function insertAlias(text: string, path: string): string | undefined {
  const fence = /^\s*---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const close = /^---[ \t]*$/m.exec(text.slice(fence))?.index;
  if (fence === 0 || close === undefined) return undefined;
  const yaml = text.slice(fence, fence + close);
  const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
  const insert = (at: number, added: string) =>
    text.slice(0, fence + at) + added + text.slice(fence + at);

  const { contents } = parseDocument(yaml);
  const aliases = isMap(contents) ? contents.get('aliases', true) : undefined;
  if (aliases === undefined) return insert(yaml.length, `aliases:${newline}  - ${path}${newline}`);
  if (isScalar(aliases) && aliases.range) {
    const [start, end] = aliases.range;
    const list = `[${yaml.slice(start, end)}, ${path}]`;
    return text.slice(0, fence + start) + list + text.slice(fence + end);
  }
  if (!isSeq(aliases) || !aliases.range) return undefined;
  const [start, end] = aliases.range;
  if (aliases.flow) return insert(end - 1, `, ${path}`);
  const indent = /(^|\n)([ \t]*)$/.exec(yaml.slice(0, start))?.[2];
  const last = aliases.items.at(-1);
  const stop = isScalar(last) ? last.range?.[1] : undefined;
  if (indent === undefined || stop === undefined) return undefined;
  const rest = yaml.slice(stop).search(/\r?\n/); // a remark on the last item stays with it
  return insert(stop + rest, `${newline}${indent}- ${path}`);
}
