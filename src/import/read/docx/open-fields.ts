import { type FieldCode, linkOf, readField } from './fields.ts';
import type { XmlElement } from './xml.ts';

/** A field while it is read; its code and its result may run over several paragraphs. */
export interface OpenField {
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
