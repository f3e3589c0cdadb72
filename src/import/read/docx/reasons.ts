/** Why words inside such elements are left out. */
export const LEFT_OUT: Record<string, string> = {
  'w:del': 'deleted by a tracked change',
  'w:moveFrom': 'moved elsewhere by a tracked change',
};

export const HIDDEN = 'hidden text, which Word does not show';
export const PLACEHOLDER = 'a placeholder that nobody filled in';
export const FIELD_CODE = 'in the code of a field, which Word does not show';
export const HIDDEN_ROW = 'in a hidden row of a table';
export const MERGED_CELL = 'in a cell that is merged into another, which Word does not show';
export const OWN_MARK = 'the mark of a note, which pages number';
export const OTHER_FORM = 'in a form of a drawing for other programs';

const CHANGES =
  'It has tracked changes, which count as accepted: what was deleted is in the report alone.';

/** What a person should know if words were left out for such a reason. */
export const WARNINGS: ReadonlyMap<string, string> = new Map([
  [HIDDEN, 'It has hidden text; it was left out, and the report lists it.'],
  [
    PLACEHOLDER,
    'It has placeholders that nobody filled in; they were left out, and the report lists them.',
  ],
  ...Object.values(LEFT_OUT).map((reason): [string, string] => [reason, CHANGES]),
]);
