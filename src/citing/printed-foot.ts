/** On every page: what only a browser can put on paper, the day of retrieval and the state of the page. */
window.addEventListener('beforeprint', () => {
  const { lang } = document.documentElement;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date());
  for (const note of document.querySelectorAll<HTMLElement>('[data-retrieved]')) {
    // Not by `fill`: no page but those of releases and searches loads the file that has it.
    note.textContent = (note.dataset['retrieved'] ?? '').replace('{day}', day);
  }
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  for (const address of document.querySelectorAll('[data-state]')) {
    // The public address, where a copy of the site is read.
    address.textContent = new URL(location.search + location.hash, canonical).href;
  }
});
