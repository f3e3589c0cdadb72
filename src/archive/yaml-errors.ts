/** Something that makes YAML unreadable, or readable otherwise than it was meant. */
export interface YamlError {
  /** Counted from 1, in the file. */
  line: number;
  /** The field on that line; undefined where there is none. */
  field: string | undefined;
  /** Reads as a sentence after the field's name. */
  message: string;
  hint: string;
}

/** What the YAML library found, or what we refuse; `line` counts from 1 in the YAML itself. */
export interface YamlFault {
  code: string;
  message: string;
  line: number;
}

const NAME = String.raw`^[ \t]*(?:- +)?([\w-]+)[ \t]*:`;
const FIELD = new RegExp(String.raw`${NAME}(?:[ \t]+([^ \t](?:.*[^ \t])?))?[ \t]*$`);
const NO_SPACE = new RegExp(String.raw`${NAME}(\S.*)$`);
const LONG = 300; // characters: a longer value is not written out
const MAX_LINES = 20; // of a value
const ITEM = /^[ \t]*-(?=[ \t])(?:[ \t]+([^ \t](?:.*[^ \t])?))?[ \t]*$/;

/**
 * Puts what the YAML library says into the words of someone who has never heard of YAML: the field,
 * and where possible, the exact line to write.
 * @param lines of the YAML.
 */
export function explain({ code, message, line }: YamlFault, lines: readonly string[]): YamlError {
  const at = (n: number) => FIELD.exec(lines[n - 1] ?? '') ?? undefined;
  /** The last line up to this one whose value begins so; a value has few lines. */
  const opened = (start: RegExp) => {
    const numbers = Array.from({ length: Math.min(line, MAX_LINES) }, (_, n) => line - n);
    return numbers.find((n) => start.test(at(n)?.[2] ?? ''));
  };
  const text = lines[line - 1] ?? '';
  const [, field, value = ''] = at(line) ?? [];

  if (/^ *\t/.test(text)) {
    const hint = 'put spaces in the place of the tab';
    return { line, field: undefined, message: 'has a line that begins with a tab', hint };
  }
  if (code === 'DUPLICATE_KEY') {
    const hint = 'keep one of the two; several values go into one list, as in [first, second]';
    return { line, field, message: 'appears twice', hint };
  }
  const start = opened(/^["']/);
  const goesOn = start === undefined ? undefined : quotationFrom(start, lines);
  if (start !== undefined && goesOn !== undefined && line <= goesOn.end) {
    const [, name = ''] = at(start) ?? [];
    const hint =
      goesOn.value.length > LONG
        ? 'begin each further line of the value with two spaces'
        : `write it on one line, as ${name}: ${quoted(goesOn.value)}`;
    const message = 'has a value that goes on in a line without spaces before it';
    return { line: start, field: name, message, hint };
  }
  if (message.startsWith('Missing closing')) {
    const [, name, opening = ''] = at(start ?? line) ?? [];
    const isApostrophe = /^'\p{L}/u.test(opening);
    const hint =
      'put the same mark at the end of the value as at its beginning' +
      (isApostrophe ? `; if it is an apostrophe, write ${name}: "${opening}"` : '');
    const message = 'has a quotation mark that is not closed';
    return { line: start ?? line, field: name, message, hint };
  }
  if (message.startsWith('Flow ') || (/^[[{].*[\]}]$/.test(value) && code === 'UNEXPECTED_TOKEN')) {
    const start = opened(/^[[{]/) ?? line;
    const hint = 'write it as [first, second]; a value with , or : in it needs quotation marks';
    return { line: start, field: at(start)?.[1], message: 'has a list that cannot be read', hint };
  }
  const below = at(line + 1)?.[1];
  const isIndented = /^\s/.test(lines[line] ?? '');
  if (/_IMPLICIT_KEY$/.test(code) && below !== undefined && isIndented && !/:\s/.test(value)) {
    const hint = 'begin it with as many spaces as the line above';
    return { line: line + 1, field: below, message: 'begins with too many spaces', hint };
  }
  if (message.startsWith('All mapping items')) {
    const hint = 'lines that belong together begin with the same number of spaces';
    return { line, field, message: 'begins with more or fewer spaces than the line above', hint };
  }
  if (code === 'CONTROL') {
    const hint = 'take it out: look for a \\ in the value';
    return { line, field, message: 'has a character that no page can show', hint };
  }
  if (code === 'REFERENCE' && !/^[*&!][^[{]*$/.test(value || (ITEM.exec(text)?.[1] ?? ''))) {
    const hint = 'write the value itself, or put quotation marks around it';
    return { line, field, message: `has ${message}, which YAML takes for a reference`, hint };
  }
  if (field !== undefined && /^".*\\'.*"$/.test(value)) {
    const hint = `write ${field}: ${quoted(value.slice(1, -1).replaceAll("\\'", "'"))}`;
    return { line, field, message: "has \\' where an apostrophe is enough", hint };
  }
  if (field !== undefined && value !== '') {
    const list = value.startsWith('- ') ? '; or, for a list, begin each item on its own line' : '';
    const hint =
      isIndented || value.length > LONG
        ? 'put one " before its first word and one after its last, and \' inside'
        : `write ${field}: ${quoted(value)}${list}`;
    return { line, field, message: 'has a value that needs quotation marks', hint };
  }
  const [, name, stuck] = NO_SPACE.exec(text) ?? [];
  if (name !== undefined) {
    const hint = `write ${name}: ${stuck}`;
    return { line, field: name, message: 'needs a space after the colon', hint };
  }
  const item = ITEM.exec(text)?.[1];
  if (item !== undefined) {
    const message = 'has a list item that needs quotation marks';
    return { line, field: undefined, message, hint: `write - ${quoted(item)}` };
  }
  if (text.trim() !== '' && field === undefined) {
    const hint = 'write each field as name: value, and a line --- between the fields and the text';
    const message = `has a line that is not a field, ${shortened(text.trim())}`;
    return { line, field: undefined, message, hint };
  }
  const hint = 'put quotation marks around values with : or # in them';
  return { line, field, message: `cannot be read: ${message}`, hint };
}

/**
 * A value in quotation marks that ends in a further line of fields, as text that was pasted.
 * @param start the line, from 1, on which it begins.
 * @returns it on one line without the marks, and the number of its last line; undefined if it ends where it begins, or never.
 */
function quotationFrom(start: number, lines: readonly string[]) {
  const [, , opening = ''] = FIELD.exec(lines[start - 1] ?? '') ?? [];
  const mark = opening.slice(0, 1);
  const isEnd = (text: string) => text.trimEnd().endsWith(mark);
  if (opening.length > 1 && isEnd(opening)) return undefined;
  const rest = lines.slice(start, start + MAX_LINES);
  const length = rest.findIndex(isEnd) + 1;
  const further = rest.slice(0, length);
  if (length === 0 || further.some((text) => FIELD.test(text) && !isEnd(text))) return undefined;
  // Indented lines are part of a value: then something else is wrong.
  if (!further.some((text) => /^\S/.test(text))) return undefined;
  const value = [opening, ...further]
    .map((text) => text.trim())
    .join(' ')
    .slice(1, -1);
  return { value, end: start + length };
}

/** Reports words that YAML ignores, since `#` begins a comment. */
export function explainComment(words: string, line: number, lines: readonly string[]): YamlError {
  const [, field, value = ''] = FIELD.exec(lines[line - 1] ?? '') ?? [];
  const message = `leaves out ${shortened(words)}: YAML takes what follows # for a remark`;
  const whole =
    field === undefined || value.length > LONG
      ? 'put quotation marks around the whole value'
      : `write ${field}: ${quoted(value)}`;
  return { line, field, message, hint: `${whole}; or put the remark on a line of its own` };
}

/** A value in the quotation marks that need the least change in it. */
export function quoted(value: string): string {
  const [, mark = '', inside = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  // 'Kalra's bill' has an apostrophe inside its marks; "So" and "so" is no quotation as a whole.
  const isQuotation = mark !== '' && inside.split(mark).length % 2 === 0;
  const bare = isQuotation ? inside : value;
  return /["\\]/.test(bare) ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`;
}

const shortened = (text: string) =>
  JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
