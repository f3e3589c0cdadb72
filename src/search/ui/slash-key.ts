/**
 * On every page: `/` leads to the search field, but not while one types, and not together with a key
 * such as Ctrl, which makes it a command of the browser. Some keyboards need Shift for it.
 */
const field = document.querySelector<HTMLInputElement>('input[type=search][name=q]');
const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';

field?.setAttribute('aria-keyshortcuts', '/');
document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || event.defaultPrevented) return;
  if (!field || (target instanceof Element && target.closest(TYPING))) return;
  event.preventDefault(); // else the sign would be typed, or some browsers would search in the page
  field.focus();
  field.select();
});
