/**
 * On every page: `/` moves to the search field, but not while the visitor types, and not together with
 * a key such as Ctrl, which makes it a command of the browser. Some keyboards need Shift for it. Those who
 * speak to the computer, or press keys by mistake, can turn it off in the help of the search page, as
 * WCAG 2.2, 2.1.4, requires.
 */
const field = document.querySelector<HTMLInputElement>('input[type=search][name=q]');
const choice = document.querySelector<HTMLInputElement>('[data-slash-key]');
const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';
/** In the browser's storage if the key is turned off; otherwise nothing is stored. */
const OFF = 'slash-key-off';

field?.setAttribute('aria-keyshortcuts', '/');
document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || event.defaultPrevented) return;
  if (!field || (target instanceof Element && target.closest(TYPING)) || !isOn()) return;
  event.preventDefault(); // else the slash would be typed, or some browsers would search in the page
  field.focus();
  field.select();
});

// The storage is read when it is needed, not on each page: the first access delays a page.
field?.addEventListener('focus', showChoice);
choice?.closest('details')?.addEventListener('toggle', showChoice);
choice?.closest('label')?.removeAttribute('hidden'); // without this script the key does nothing
choice?.addEventListener('change', () => {
  saveChoice(choice.checked);
  showChoice();
});
for (const type of ['input', 'change']) {
  // It is in the form of the search, but not part of the search.
  choice?.addEventListener(type, (event) => event.stopPropagation());
}

function showChoice() {
  if (isOn()) field?.setAttribute('aria-keyshortcuts', '/');
  else field?.removeAttribute('aria-keyshortcuts');
  if (choice) choice.checked = isOn();
}

function isOn(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true; // a browser may forbid storing anything
  }
}

function saveChoice(isOn: boolean) {
  try {
    if (isOn) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '');
  } catch {
    // Then the switch goes back at once: the key cannot be turned off permanently.
  }
}
