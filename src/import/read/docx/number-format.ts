const ROMAN: [number, string][] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'],
  [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]; // prettier-ignore
const HAN = '〇一二三四五六七八九';
const CHICAGO = ['*', '†', '‡', '§'];
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя'; // as Word counts: without ё, й, ъ, ы and ь
const FORMATS: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerLetter: (n) => repeated('abcdefghijklmnopqrstuvwxyz', n),
  upperLetter: (n) => repeated('ABCDEFGHIJKLMNOPQRSTUVWXYZ', n),
  russianLower: (n) => repeated(CYRILLIC, n),
  russianUpper: (n) => repeated(CYRILLIC.toUpperCase(), n),
  ordinal: englishOrdinal,
  hex: (n) => n.toString(16).toUpperCase(),
  numberInDash: (n) => `- ${n} -`,
  chicago: (n) => (CHICAGO[(n - 1) % 4] ?? '').repeat(Math.ceil(n / 4) % 1000),
  decimalFullWidth: (n) => String(n).replace(/\d/g, (digit) => shifted(digit, 0xfee0)),
  decimalFullWidth2: (n) => String(n).replace(/\d/g, (digit) => shifted(digit, 0xfee0)),
  decimalHalfWidth: String,
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  decimalEnclosedParen: (n) => (n <= 20 ? String.fromCodePoint(0x2473 + n) : `(${n})`),
  decimalEnclosedFullstop: (n) => (n <= 20 ? String.fromCodePoint(0x2487 + n) : `${n}.`),
  ganada: (n) => repeated('가나다라마바사아자차카타파하', n),
  ideographTraditional: (n) => repeated('甲乙丙丁戊己庚辛壬癸', n),
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: han,
  ideographDigital: hanDigits,
  japaneseDigitalTenThousand: hanDigits,
  taiwaneseDigital: hanDigits,
};

/**
 * A number as a list shows it.
 * @param format the name that WordprocessingML has for it (ECMA-376, part 1, 17.18.59), or the first
 *   number as it is written, as `001`.
 * @returns undefined for a format that is not known.
 */
export function listNumber(n: number, format: string): string | undefined {
  if (/^0+1$/.test(format)) return String(n).padStart(format.length, '0');
  if (n < 1 && !/^(?:decimalZero|ordinal)$/.test(format)) return String(n);
  return FORMATS[format]?.(n);
}

function roman(n: number): string {
  let [rest, text] = [n % 32768, ''];
  for (const [value, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** After the last letter of an alphabet come two of each: `aa`, `bb`. */
function repeated(alphabet: string, n: number): string {
  const times = Math.ceil(n / alphabet.length) % 1000;
  return (alphabet[(n - 1) % alphabet.length] ?? '').repeat(times);
}

function englishOrdinal(n: number): string {
  const isTeen = n % 100 >= 11 && n % 100 <= 13;
  const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' };
  return `${n}${(isTeen ? undefined : endings[n % 10]) ?? 'th'}`;
}

function shifted(digit: string, by: number): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) + by);
}

function hanDigits(n: number): string {
  return String(n).replace(/\d/g, (digit) => HAN[Number(digit)] ?? '');
}

/** Counts as in Chinese and Japanese: 十, 十一, 二十, 一百〇五. */
function han(n: number): string {
  if (n >= 1000) return hanDigits(n);
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const ten = tens === 0 ? (hundreds > 0 && ones > 0 ? '〇' : '') : `${tens === 1 && hundreds === 0 ? '' : HAN[tens]}十`; // prettier-ignore
  return `${hundreds > 0 ? `${HAN[hundreds]}百` : ''}${ten}${ones > 0 ? HAN[ones] : ''}`;
}
