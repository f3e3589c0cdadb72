import { splitRelease } from '../../archive/split-release.ts';
import { parseYaml } from '../../archive/yaml.ts';
import { BODY, type Form, SOURCE } from '../form.ts';
import { editYaml, newYaml } from './edit-yaml.ts';
import { filledValues, isMapping, isSame, shownValues, type FieldValues } from './field-values.ts';

/** A file taken apart: what is around the YAML and the text stays as it is. */
interface Parts {
  head: string;
  yaml: string;
  /** The line `---` below the YAML, with the blank lines after it. */
  fence: string;
  body: string;
  tail: string;
}

/**
 * The values of a file, as a form shows them; its lines end in `\n`, as the editor hands them over: those of its fields, its text, and the file itself.
 * @throws {Error} if the file cannot be read: the editor must not offer it then, or words would be lost.
 */
export function readEditable(text: string, form: Form): FieldValues {
  const { yaml, body } = split(text, form);
  const switches = form.fields.filter(({ kind }) => kind === 'switch');
  return {
    // Said, since the editor would take what it has as the preset of new files.
    ...Object.fromEntries(switches.map(({ name }) => [name, false])),
    ...shownValues(dataOf(yaml), form.fields),
    ...(form.extension === 'md' && { [BODY]: body }),
    [SOURCE]: text,
  };
}

/**
 * The file of what a form holds. What was not edited is as it was in the file that was read.
 * @throws {Error} if the file would not hold the values: nothing is saved then.
 */
export function writeEditable(values: FieldValues, form: Form): string {
  const { [SOURCE]: source, [BODY]: body, ...given } = values;
  const after = filledValues(given, form.fields);
  const words = typeof body === 'string' ? trimLines(body) : '';
  const text =
    typeof source === 'string' && source !== ''
      ? edited(source, { after, words, form })
      : newDocument(after, words, form);
  const { [BODY]: written = '', ...read } = readEditable(text, form);
  if (!isSame(filledValues({ ...read, [SOURCE]: '' }, form.fields), after) || written !== words) {
    throw new Error('The file would not hold what was typed: write it without odd characters.');
  }
  return text;
}

function newDocument(values: FieldValues, words: string, form: Form): string {
  const { fields, extension, isTextAlone } = form;
  if (isTextAlone) return words && `${words}\n`;
  const yaml = newYaml(values, fields);
  return extension === 'yaml' ? yaml : `---\n${yaml}---\n\n${words}${words && '\n'}`;
}

function edited(
  source: string,
  { after, words, form }: { after: FieldValues; words: string; form: Form },
): string {
  const { head, yaml, fence, body, tail } = split(source, form);
  const before = filledValues(shownValues(dataOf(yaml), form.fields), form.fields);
  const fields = editYaml(yaml, { before, after, fields: form.fields });
  if (words === body) return head + fields + fence + body + tail;
  if (form.isTextAlone) return head + words + (tail || '\n');
  const lacking = ['\n\n', '\n', ''].findIndex((end) => fence.endsWith(end));
  const gap = body === '' ? '\n'.repeat(lacking) : '';
  return head + fields + fence + gap + words + (tail || '\n');
}

function split(text: string, { extension, isTextAlone }: Form): Parts {
  if (isTextAlone) {
    const [head = ''] = /^(?:[ \t]*\n)*/.exec(text) ?? [];
    const body = trimLines(text);
    return { head, yaml: '', fence: '', body, tail: text.slice(head.length + body.length) };
  }
  if (extension === 'yaml') return { head: '', yaml: text, fence: '', body: '', tail: '' };
  const parts = splitRelease(text);
  if ('missing' in parts) throw new Error(`The frontmatter ${parts.missing}: ${parts.hint}`);
  const head = /^\s*---[ \t]*\n/.exec(text)?.[0] ?? '';
  const [blank = ''] = /^(?:[ \t]*\n)*/.exec(parts.body) ?? [];
  const body = trimLines(parts.body);
  const bodyStart = text.length - parts.body.length + (body === '' ? 0 : blank.length);
  return {
    head,
    yaml: parts.yaml,
    fence: text.slice(head.length + parts.yaml.length, bodyStart),
    body,
    tail: text.slice(bodyStart + body.length),
  };
}

/** Without the blank lines around it; those inside, and blanks before the first word, stay. */
const trimLines = (text: string) => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

function dataOf(yaml: string): FieldValues {
  const { data, errors } = parseYaml(yaml);
  if (errors.length > 0) {
    throw new Error(errors.map(({ line, message }) => `line ${line} ${message}`).join('; '));
  }
  return isMapping(data) ? data : {};
}
