import { parse, TomlDate, TomlError } from 'smol-toml';
import { UnreadableSource } from './document.ts';

/** A text with fields in TOML above it, as Hugo and Zola have them between two lines `+++`. */
interface TomlParts {
  toml: string;
  /** The lines of the file, from 1, on which the TOML and the body begin. */
  tomlLine: number;
  body: string;
  bodyLine: number;
}

const OPEN = /^\s*\+\+\+[ \t]*\n/;
const CLOSE = /^\+\+\+[ \t]*(?:\n|$)/m;

/**
 * Divides a text; its lines end with `\n`.
 * @returns undefined if it does not begin with `+++`.
 * @throws {UnreadableSource} if the second `+++` is missing.
 */
export function splitToml(text: string): TomlParts | undefined {
  const [open] = OPEN.exec(text) ?? [];
  if (open === undefined) return undefined;
  const rest = text.slice(open.length);
  const close = CLOSE.exec(rest);
  if (close === null) {
    throw new UnreadableSource(
      'has frontmatter in TOML without an end: the second line +++ is missing',
      'put a line +++ between the fields and the text',
    );
  }
  const toml = rest.slice(0, close.index);
  const above = open + toml + close[0];
  const tomlLine = open.split('\n').length;
  return { toml, tomlLine, body: text.slice(above.length), bodyLine: above.split('\n').length };
}

/** Tables whose entries are fields: `taxonomies` and `extra` of Zola, `params` of Hugo. */
const TABLES = ['taxonomies', 'extra', 'params'];

/**
 * The fields of frontmatter in TOML, by name. Days and times become text, as written.
 * @throws {UnreadableSource} if it is not TOML.
 */
export function tomlEntries(toml: string, firstLine: number): Map<string, unknown> {
  let data: Record<string, unknown>;
  try {
    data = parse(toml);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const [why = ''] = cause.message.split('\n', 1);
    throw new UnreadableSource(
      `has frontmatter with a fault in line ${firstLine + cause.line - 1}: ${why}`,
      'write each field as name = value, with text in quotation marks',
    );
  }
  const entries = new Map(Object.entries(data));
  for (const name of TABLES) {
    const table = data[name];
    if (typeof table !== 'object' || table === null || Array.isArray(table)) continue;
    entries.delete(name);
    for (const [field, value] of Object.entries(table))
      entries.set(entries.has(field) ? `${name}.${field}` : field, value);
  }
  return new Map(entries.entries().map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** A string of TOML, in which # begins no comment, or a comment. */
const STRING_OR_COMMENT =
  /"""(?:\\[^]|(?!""")[^\\])*"""|'''(?:(?!''')[^])*'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*/g;

/** The comments of a text in TOML. */
export const tomlComments = (toml: string): string[] =>
  [...toml.matchAll(STRING_OR_COMMENT)]
    .map(([found]) => found)
    .filter((found) => found.startsWith('#'))
    .map((comment) => comment.replace(/^#+\s*/, ''))
    .filter((comment) => comment !== '');
