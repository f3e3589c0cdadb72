import { chosenForm, allText } from './alternatives.ts';
import { readDrawing } from './drawing.ts';
import { endField } from './end-field.ts';
import { elementOf } from './arrange.ts';
import { withPlace } from './fields.ts';
import type { InlineLook } from './inline.ts';
import { mathPieces } from './math.ts';
import { addNode, addText } from './paragraph.ts';
import { FIELD_CODE, HIDDEN, LEFT_OUT, OWN_MARK, WARNINGS } from './reasons.ts';
import { numberOfNote } from './reading.ts';
import type { Place, StoryContext } from './story-context.ts';
import type { Look } from './styles.ts';
import { inFont, symbolOf } from './symbols.ts';
import { holdsNoWords } from './words.ts';
import { childOf, elementsOf, type XmlElement } from './xml.ts';

/** Reads what is in a paragraph or in an element within it. */
export function readInlines(story: StoryContext, parent: XmlElement, place: Place): void {
  for (const element of elementsOf(parent)) readInline(story, element, place);
}

function readInline(story: StoryContext, element: XmlElement, place: Place): void {
  const { name, attributes } = element;
  const { reading, part } = story;
  switch (name) {
    case 'w:pPr':
      return;
    case 'w:r':
      readRun(story, element, place);
      return;
    case 'w:hyperlink': {
      const link = reading.pack.relationships(part).get(attributes.get('r:id') ?? '');
      const href = link?.isExternal
        ? withPlace(link.target, attributes.get('w:anchor'))
        : undefined;
      readInlines(story, element, { ...place, href: href ?? place.href });
      return;
    }
    case 'w:fldSimple':
      story.fields.begin(undefined);
      story.fields.add(attributes.get('w:instr') ?? '');
      story.fields.separate();
      readInlines(story, element, place);
      endField(story, place);
      return;
    case 'w:del':
    case 'w:moveFrom':
      readInlines(story, element, { ...place, reason: place.reason ?? LEFT_OUT[name] });
      return;
    case 'w:sdt': {
      const content = childOf(element, 'w:sdtContent');
      const reason = place.reason ?? story.placeholder(element);
      if (content !== undefined) readInlines(story, content, { ...place, reason });
      return;
    }
    case 'm:oMath':
    case 'm:oMathPara':
      readMath(story, element, place);
      return;
    case 'mc:AlternateContent':
      readInlines(story, chosenForm(reading.ledger, part, element), place);
      return;
    case 'w:p':
    case 'w:tbl':
      place.paragraph.after.push(
        ...story.nested({ name: '', attributes: new Map(), children: [element] }, place.reason),
      );
      return;
    default:
      if (!holdsNoWords(name)) readInlines(story, element, place);
      readStray(story, element);
  }
}

/** Text where none is expected, and that no program shows. */
function readStray({ reading, part }: StoryContext, { name, children }: XmlElement): void {
  if (holdsNoWords(name)) return;
  for (const child of children) {
    if (typeof child === 'string' && child.trim() !== '')
      reading.ledger.leave(part, child, `in an element ${name}, which Word does not show`);
  }
}

function readRun(story: StoryContext, run: XmlElement, place: Place): void {
  const properties = childOf(run, 'w:rPr');
  const look = story.look(properties, place.properties);
  const isOwnMark = elementsOf(run).some(({ attributes }) =>
    /^(?:1|true|on)$/.test(attributes.get('w:customMarkFollows') ?? ''),
  );
  const reason = place.reason ?? (look.vanish ? HIDDEN : isOwnMark ? OWN_MARK : undefined);
  const isNote = (name: string) => /^w:(?:foot|end)noteReference$/.test(name);
  for (const element of elementsOf(run)) {
    const own = isOwnMark && isNote(element.name) ? place.reason : reason;
    readRunPart(story, element, { ...place, reason: own }, look);
  }
}

function readRunPart(story: StoryContext, element: XmlElement, place: Place, look: Look): void {
  const { name, attributes } = element;
  const { paragraph, reason } = place;
  const { reading, part, fields } = story;
  const shown = inlineLook(story, look, place);
  const isShown = reason === undefined && !fields.inCode;
  const show = (text: string) => {
    if (isShown) addText(paragraph, text, shown);
  };
  switch (name) {
    case 'w:rPr':
      return;
    case 'w:t':
    case 'm:t':
    case 'a:t':
      showText(story, element, place, look);
      return;
    case 'w:delText':
      leave(story, allText(element), LEFT_OUT['w:del'] ?? '');
      return;
    case 'w:tab':
    case 'w:ptab':
      show('\t');
      reading.ledger.separate();
      return;
    case 'w:br':
    case 'w:cr':
      if (isShown) addNode(paragraph, elementOf('br', []), shown);
      reading.ledger.separate();
      return;
    case 'w:noBreakHyphen':
      show('\u2011');
      return;
    case 'w:softHyphen':
      show('\u00ad');
      return;
    case 'w:sym': {
      const [font, code] = [attributes.get('w:font') ?? '', attributes.get('w:char') ?? ''];
      const symbol = symbolOf(font, code);
      show(symbol ?? '');
      if (symbol === undefined && reason === undefined)
        reading.alsoLeftOut.push({ text: `${code} in ${font}`, reason: 'a symbol of a font' });
      if (symbol === undefined) reading.warnings.add(`Skipped a symbol of the font ${font}.`);
      return;
    }
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      if (reason === undefined)
        addNode(paragraph, noteMark(story, `${kind} ${attributes.get('w:id')}`));
      return;
    }
    case 'w:fldChar': {
      const type = attributes.get('w:fldCharType');
      if (type === 'begin') fields.begin(childOf(element, 'w:ffData'));
      else if (type === 'separate') fields.separate();
      else if (type === 'end') endField(story, place);
      return;
    }
    case 'w:instrText':
      fields.add(element.children.filter((one) => typeof one === 'string').join(''));
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(story, element, place);
      return;
    case 'w:ruby': {
      const [base, reading_] = [childOf(element, 'w:rubyBase'), childOf(element, 'w:rt')];
      if (base !== undefined) readInlines(story, base, place);
      show('(');
      if (reading_ !== undefined) readInlines(story, reading_, place);
      show(')');
      return;
    }
    case 'mc:AlternateContent':
      for (const child of elementsOf(chosenForm(reading.ledger, part, element)))
        readRunPart(story, child, place, look);
      return;
    default:
      readInline(story, element, place);
  }
}

function inlineLook(story: StoryContext, look: Look, { href }: Place): InlineLook {
  const link = href ?? story.fields.link;
  return {
    b: look.b,
    i: look.i,
    u: look.u && link === undefined, // links are underlined anyway
    script: look.script,
    size: look.size,
    isStruck: look.strike || look.dstrike,
    href: link,
  };
}

function showText(story: StoryContext, element: XmlElement, place: Place, look: Look): void {
  const { reading, part, fields } = story;
  const text = element.children.filter((child) => typeof child === 'string').join('');
  if (story.fields.inCode) {
    leave(story, text, place.reason ?? FIELD_CODE);
    fields.add(text);
    return;
  }
  if (place.reason !== undefined) {
    leave(story, text, place.reason);
    return;
  }
  reading.ledger.read(part, text);
  reading.ledger.separate();
  fields.add(text);
  const inFonts = inFont(text, look.font);
  const shown = look.caps || look.smallCaps ? capitals(inFonts) : inFonts;
  addText(place.paragraph, shown, inlineLook(story, look, place));
}

function leave({ reading, part }: StoryContext, text: string, reason: string): void {
  reading.ledger.leave(part, text, reason);
  const warning = WARNINGS.get(reason);
  if (warning !== undefined && text.trim() !== '') reading.warnings.add(warning);
}

/** Capitals as Word shows them: letter for letter, so that ß stays. */
const capitals = (text: string) =>
  text.replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return [...capital].length === 1 ? capital : letter;
  });

function readMath(story: StoryContext, element: XmlElement, place: Place): void {
  const { reading, part } = story;
  const pieces = mathPieces(element);
  if (place.reason !== undefined || story.fields.inCode) {
    reading.ledger.leave(part, allText(element), place.reason ?? FIELD_CODE);
    return;
  }
  reading.ledger.read(part, allText(element));
  reading.warnings.add('It has formulas; they came as a line of text: compare them with the file.');
  for (const { text, script } of pieces)
    addText(place.paragraph, text, { ...inlineLook(story, PLAIN_LOOK, place), script });
}

const PLAIN_LOOK: Look = {
  b: false, i: false, u: false, caps: false, smallCaps: false, strike: false, dstrike: false, vanish: false,
  script: undefined, size: undefined, font: undefined,
}; // prettier-ignore

/** The mark of a note, numbered in the order of the text. */
const noteMark = ({ reading }: StoryContext, note: string) =>
  elementOf('footnote-ref', [], { name: String(numberOfNote(reading, note)) });
