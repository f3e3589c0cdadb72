const MAX_WORDS = 7;
const MAX_CHARACTERS = 80;

/**
 * By what a statement is known again: "The unjust detentions and deportations of roughly…". Cut between
 * words, unless that leaves little: Chinese has no spaces to cut at.
 */
export function firstWords(text: string): string {
  const words = text.split(' ', MAX_WORDS).join(' ');
  const start = words.length <= MAX_CHARACTERS ? words : shorten(words);
  return `${start}${start === text ? '' : '…'}`;
}

function shorten(words: string): string {
  const room = [...words].slice(0, MAX_CHARACTERS).join('');
  if (room === words) return words;
  const space = room.lastIndexOf(' ');
  return space >= MAX_CHARACTERS / 2 ? room.slice(0, space) : room;
}
