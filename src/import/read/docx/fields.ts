/** The code of a field: `HYPERLINK "https://example.org/" \l "part"`. */
export interface FieldCode {
  /** In capitals: `HYPERLINK`, `DATE`. */
  name: string;
  /** What is not a switch, without quotation marks. */
  words: string[];
  /** The values of the switches, by letter in lower case. */
  switches: ReadonlyMap<string, string>;
  /** The code after the name of the field and its first word. */
  rest: string;
}

const TOKEN = /\\\S|"((?:[^"\\]|\\.)*)"?|“([^”]*)”?|[^\s"“]+/g;
/** Switches of HYPERLINK and SYMBOL without a value. */
const ALONE = /^[nmhuaj]$/;

/** Reads the code of a field. */
export function readField(code: string): FieldCode {
  const words: string[] = [];
  const switches = new Map<string, string>();
  let open: string | undefined;
  let rest = '';
  for (const { 0: token, 1: quoted, 2: curly, index } of code.matchAll(TOKEN)) {
    if (/^\\[^\\]$/.test(token)) {
      const letter = token.slice(1).toLowerCase();
      switches.set(letter, '');
      open = ALONE.test(letter) ? undefined : letter;
      continue;
    }
    const value = quoted?.replace(/\\([\\"])/g, '$1') ?? curly ?? token;
    if (open !== undefined) switches.set(open, value);
    else if (words.push(value) === 2) rest = code.slice(index + token.length).trim();
    open = undefined;
  }
  const [name = '', ...others] = words;
  return { name: name.toUpperCase(), words: others, switches, rest };
}

/** Where a HYPERLINK leads; undefined if into the document itself, or if it is another field. */
export function linkOf({ name, words, switches }: FieldCode): string | undefined {
  const [address] = words;
  if (name !== 'HYPERLINK' || !address) return undefined;
  return withPlace(address, switches.get('l'));
}

/** An address with the place in the page that it leads to. */
export const withPlace = (address: string, place: string | undefined): string =>
  place ? `${address.replace(/#$/, '')}#${encodeURI(place).replace(/#/g, '%23')}` : address;

/** Days that Word writes anew, so that the document may not say when it was issued. */
export const CHANGING_DAY = /^(?:DATE|TIME|SAVEDATE|PRINTDATE)$/;

/** Fields that show nothing: marks for an index, variables, questions. */
const SILENT =
  /^(?:XE|TC|TA|RD|SET|ASK|FILLIN|BOOKMARK|NEXT|NEXTIF|SKIPIF|PRIVATE|ADVANCE|PRINT|DOCVARIABLE|HYPERLINK|FORMTEXT|PAGE|NUMPAGES|SECTION|SECTIONPAGES|)$/;

/** Whether a field without a result shows nothing either. */
export const isSilent = ({ name }: FieldCode): boolean => SILENT.test(name);

/** Fields whose code has the words that they show: a button, or a placeholder to type over. */
export const isButton = ({ name }: FieldCode): boolean => /^(?:MACRO|GOTO)BUTTON$/.test(name);
