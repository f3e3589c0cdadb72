/**
 * A click on a permalink goes to the statement, as any link does, and copies its address as well.
 * What was done is said in a live region, for those who see it and those who hear it.
 */
const SHOWN_FOR = 3000; // milliseconds: long enough to read three words twice

const toast = document.createElement('p');
toast.className = 'toast';
toast.setAttribute('role', 'status');
document.body.append(toast);
let timer: number | undefined;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-permalink]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const address = new URL(link.href);
  address.search = ''; // marks of a search are the visitor's own
  void copy(address.href);
});

async function copy(address: string) {
  try {
    await navigator.clipboard.writeText(address);
    say('Link copied');
  } catch {
    // Not allowed, or a site without HTTPS, where there is no clipboard at all.
    say('The link is in the address bar');
  }
}

function say(words: string) {
  toast.textContent = words;
  clearTimeout(timer);
  timer = window.setTimeout(() => (toast.textContent = ''), SHOWN_FOR);
}
