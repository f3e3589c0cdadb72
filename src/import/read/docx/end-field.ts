import { CHANGING_DAY, isButton, isSilent, readField } from './fields.ts';
import type { OpenField } from './open-fields.ts';
import { addText } from './paragraph.ts';
import { PLACEHOLDER, WARNINGS } from './reasons.ts';
import type { Place, StoryContext } from './story-context.ts';
import { symbolOf } from './symbols.ts';
import { childOf, childValue, elementsOf, isOn, valueOf } from './xml.ts';

/** Ends a field. One without a result may show something by its code alone. */
export function endField(story: StoryContext, place: Place): void {
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
    reading.warnings.add(WARNINGS.get(PLACEHOLDER) ?? '');
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
