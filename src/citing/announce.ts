const SHOWN_FOR = 3000; // milliseconds: long enough to read five words twice

const toast = document.createElement('p');
toast.className = 'toast';
toast.setAttribute('role', 'status');
document.body.append(toast);
let timer: number | undefined;

/** Says what was done in a live region, for those who see it and those who hear it. */
export function announce(words: string): void {
  toast.textContent = words;
  clearTimeout(timer);
  timer = window.setTimeout(() => (toast.textContent = ''), SHOWN_FOR);
}
