/** What the arrows go through: the releases, and the statements under them. */
const STOPS = ':is(h3, [data-hit]) > a';
const FIRST_HIT = '[data-hit] > a';

/**
 * Arrows move from the search field into the results, through them and back; Escape moves back at
 * once, and in the field clears it.
 * @param clear called when the field has been cleared.
 */
export function followKeys(
  search: HTMLElement,
  field: HTMLInputElement,
  list: HTMLElement,
  clear: () => void,
): void {
  search.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    if (ctrlKey || metaKey || altKey || shiftKey || isComposing) return;
    if (!(target instanceof HTMLElement)) return;
    const next = target === field ? fromField(key, list) : fromResult(key, target, list, field);
    if (next) {
      event.preventDefault(); // else the page would scroll as well
      next.focus();
    } else if (target === field && key === 'Escape' && field.value !== '') {
      event.preventDefault(); // some browsers clear it themselves, and search later
      field.value = '';
      clear();
    }
  });
}

function fromField(key: string, list: HTMLElement): HTMLElement | undefined {
  if (key !== 'ArrowDown') return undefined;
  return stops(list, FIRST_HIT)[0] ?? stops(list)[0];
}

function fromResult(
  key: string,
  target: HTMLElement,
  list: HTMLElement,
  field: HTMLElement,
): HTMLElement | undefined {
  if (!list.contains(target)) return undefined;
  if (key === 'Escape') return field;
  const all = stops(list);
  const place = all.indexOf(target);
  if (place === -1) return undefined;
  if (key === 'ArrowDown') return all[place + 1];
  return key === 'ArrowUp' ? (all[place - 1] ?? field) : undefined;
}

/** Without those that are folded away. */
function stops(list: HTMLElement, selector = STOPS): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(selector)].filter((stop) => stop.checkVisibility());
}
