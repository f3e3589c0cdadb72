import { CHANGING_DAY, type FieldCode, isButton, isSilent, linkOf, readField } from './fields.ts';
import { addText } from './paragraph.ts';
import type { Place } from './runs.ts';
import { PLACEHOLDER, PLACEHOLDER_WARNING } from './reasons.ts';
import type { Story } from './story.ts';
import { symbolOf } from './symbols.ts';
import { childOf, childValue, elementsOf, isOn, valueOf, type XmlElement } from './xml.ts';

/** A field while it is read; its code and its result may run over several paragraphs. */
interface OpenField {
  code: string;
  isCode: boolean;
  field: FieldCode | undefined;
  result: string;
  /** Where the text in its result leads, by itself or by a field around it. */
  link: string | undefined;
  /** What it has for a form: a box to tick, a list to choose from. */
  data: XmlElement | undefined;
}

/** The fields of a story that have begun and not ended. */
export class OpenFields {
  readonly #open: OpenField[] = [];
  #codes = 0;

  /** Whether the code of a field is being read, which no page shows. */
  get inCode(): boolean {
    return this.#codes > 0;
  }

  /** The link that the text here is the result of. */
  get link(): string | undefined {
    return this.#open.at(-1)?.link;
  }

  begin(data: XmlElement | undefined): void {
    const link = this.link;
    this.#open.push({ code: '', isCode: true, field: undefined, result: '', link, data });
    this.#codes += 1;
  }

  /** Adds to the code or the result, whichever is being read. */
  add(text: string): void {
    const last = this.#open.at(-1);
    if (last?.isCode) last.code += text;
    else if (last !== undefined) last.result += text;
  }

  /** After this comes the result. */
  separate(): void {
    const last = this.#open.at(-1);
    if (!last?.isCode) return;
    last.isCode = false;
    this.#codes -= 1;
    last.field = readField(last.code);
    last.link = linkOf(last.field) ?? last.link;
  }

  /** Ends the innermost field; what it shows is a part of the one around it. */
  end(): OpenField | undefined {
    const last = this.#open.pop();
    if (last?.isCode) this.#codes -= 1;
    this.add(last?.result ?? '');
    return last;
  }
}

/** Ends a field. One without a result may show something by its code alone. */
export function endField(story: Story, place: Place): void {
  const { fields, reading } = story;
  const open = fields.end();
  if (open === undefined) return;
  const field = open.field ?? readField(open.code);
  const result = open.result.trim();
  if (CHANGING_DAY.test(field.name) && result !== '') {
    reading.warnings.add(
      `“${result}” is a field that Word changes to the current day (${field.name}): check whether it is the day of issue.`,
    );
  }
  if (place.reason !== undefined || fields.inCode) return;
  const form = formValue(open);
  if (form !== undefined) addText(place.paragraph, form);
  if (!open.isCode && !isButton(field)) return;
  if (field.name === 'SYMBOL') {
    const code = Number(field.words[0] ?? '').toString(16);
    const font = field.switches.get('f') ?? '';
    addText(place.paragraph, symbolOf(font, code) ?? '');
  } else if (isButton(field)) {
    reading.ledger.report(field.rest, PLACEHOLDER);
    reading.warnings.add(PLACEHOLDER_WARNING);
  } else if (!isSilent(field) && !/^FORM/.test(field.name)) {
    reading.alsoLeftOut.push({ text: open.code.trim(), reason: 'a field that only Word can show' });
    reading.warnings.add(`Skipped a field that only Word can show: ${open.code.trim()}`);
  }
}

/** What a form shows: a box, ticked or not, or what was chosen from a list. */
function formValue({ data }: OpenField): string | undefined {
  const box = childOf(data, 'w:checkBox');
  if (box !== undefined) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default')) ? '☒' : '☐';
  const list = childOf(data, 'w:ddList');
  if (list === undefined) return undefined;
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const chosen = Number(childValue(list, 'w:result') ?? childValue(list, 'w:default') ?? 0);
  return valueOf(entries[chosen]);
}
