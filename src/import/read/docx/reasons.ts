/** Why words inside such elements are left out. */
export const LEFT_OUT: Record<string, string> = {
  'w:del': 'deleted by a tracked change',
  'w:moveFrom': 'moved elsewhere by a tracked change',
};

export const HIDDEN = 'hidden text, which Word does not show';
export const HIDDEN_WARNING = 'It has hidden text; it was left out, and the report lists it.';

export const PLACEHOLDER = 'a placeholder that nobody filled in';
export const PLACEHOLDER_WARNING =
  'It has placeholders that nobody filled in; they were left out, and the report lists them.';

export const HIDDEN_ROW = 'in a hidden row of a table';
export const MERGED_CELL = 'in a cell that is merged into another, which Word does not show';
export const OWN_MARK = 'the mark of a note, which pages number';
export const OTHER_FORM = 'in a form of a drawing for other programs';
