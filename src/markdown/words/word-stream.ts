import { isCounted } from './word-characters.ts';

/** Counted characters in their order, each with its offset in the source. */
export class WordStream {
  characters = '';
  offsets: number[] = [];

  add(text: string, offsetOf: (n: number) => number): void {
    for (let n = 0; n < text.length; n++) {
      if (!isCounted(text.charCodeAt(n))) continue;
      this.characters += text[n];
      this.offsets.push(offsetOf(n));
    }
  }
}
