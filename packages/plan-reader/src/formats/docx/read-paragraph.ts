import { convertLegacyText, encodingOfFont } from '../legacy-fonts/legacy-fonts.js';
import type { LegacyEncoding } from '../legacy-fonts/legacy-fonts.js';
import { childAt, childrenOf, textIn } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import type { NumberCounter } from './count-numbers.js';
import { fontOf, hasChild, isOn, numberingOf } from './read-styles.js';
import type { Styles } from './read-styles.js';

/** What is met on the way through a document and told at its end. */
export type Findings = {
  changes: number;
  hiddenTexts: number;
  nestedTables: number;
  /** Ids of notes that are called from inside a table. */
  notesInTables: string[];
  notes: string[];
  encodings: Set<LegacyEncoding>;
};

/** What reading a paragraph needs from the rest of the file. */
export type DocxContext = {
  styles: Styles;
  numbers: NumberCounter;
  findings: Findings;
  page: number;
  insideTable: boolean;
};

export type Paragraph = {
  text: string;
  heading: number | null;
  /** The mark at its end was deleted: the next paragraph goes on with it. */
  goesOn: boolean;
  boxes: XmlElement[];
};

const leftOut = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:pPr', 'w:rPr', 'mc:Fallback', 'w:rt']);

function findBoxes(element: XmlElement, boxes: XmlElement[]): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'mc:Fallback') continue;
    if (child.name === 'w:txbxContent') boxes.push(child);
    else findBoxes(child, boxes);
  }
}

function readSymbol(symbol: XmlElement): string {
  const code = Number.parseInt(symbol.attributes['w:char'] ?? '', 16);
  if (!Number.isFinite(code)) return '';
  return code >= 0xe000 && code <= 0xf8ff ? '•' : String.fromCodePoint(Math.min(code, 0x10ffff));
}

class ParagraphReader {
  private readonly parts: string[] = [];
  readonly boxes: XmlElement[] = [];

  constructor(
    private readonly context: DocxContext,
    private readonly styleFont: string | null,
  ) {}

  get text(): string {
    return this.parts.join('');
  }

  readChildren(element: XmlElement): void {
    for (const child of childrenOf(element)) {
      if (child.name === 'w:del' || child.name === 'w:moveFrom' || child.name === 'w:ins' || child.name === 'w:moveTo')
        this.context.findings.changes += 1;
      if (leftOut.has(child.name)) continue;
      if (child.name === 'w:r') this.readRun(child);
      else this.readChildren(child);
    }
  }

  private readRun(run: XmlElement): void {
    const properties = childAt(run, 'w:rPr');
    if (isOn(childAt(properties, 'w:vanish'))) {
      this.context.findings.hiddenTexts += 1;
      return;
    }
    const font = fontOf(properties) ?? this.styleFont;
    const encoding = encodingOfFont(font);
    if (encoding) this.context.findings.encodings.add(encoding);
    for (const child of childrenOf(run)) {
      const words = this.readRunPart(child);
      this.parts.push(encoding ? convertLegacyText(words, encoding, font ?? '') : words);
    }
  }

  private readRunPart(part: XmlElement): string {
    if (part.name === 'w:t') return textIn(part);
    if (part.name === 'w:tab' || part.name === 'w:ptab') return ' ';
    if (part.name === 'w:br' || part.name === 'w:cr') return part.attributes['w:type'] === 'page' ? ' ' : '\n';
    if (part.name === 'w:noBreakHyphen') return '-';
    if (part.name === 'w:sym') return readSymbol(part);
    if (part.name === 'w:lastRenderedPageBreak') this.context.page += 1;
    if (part.name === 'w:footnoteReference' || part.name === 'w:endnoteReference') this.noteCalled(part);
    if (part.name === 'w:drawing' || part.name === 'w:pict' || part.name === 'mc:AlternateContent')
      findBoxes(part, this.boxes);
    return '';
  }

  private noteCalled(part: XmlElement): void {
    const id = `${part.name === 'w:footnoteReference' ? 'footnote' : 'endnote'}/${part.attributes['w:id'] ?? ''}`;
    this.context.findings.notes.push(id);
    if (this.context.insideTable) this.context.findings.notesInTables.push(id);
  }
}

/** Reads a paragraph as it stands on paper once its tracked changes are accepted, its automatic number first. */
export function readParagraph(paragraph: XmlElement, context: DocxContext): Paragraph {
  const properties = childAt(paragraph, 'w:pPr');
  const style = context.styles.of(childAt(properties, 'w:pStyle')?.attributes['w:val']);
  const own = numberingOf(properties);
  const numbering = { numId: own?.numId ?? style.numbering?.numId, level: own?.level ?? style.numbering?.level };
  const mark = childAt(properties, 'w:rPr');
  const goesOn = hasChild(mark, 'w:del') || hasChild(mark, 'w:moveFrom');
  const reader = new ParagraphReader(context, style.font);
  reader.readChildren(paragraph);
  const label =
    numbering.numId === undefined || (goesOn && reader.text.trim() === '')
      ? null
      : context.numbers.next(numbering.numId, Number(numbering.level ?? 0));
  const ownLevel = childAt(properties, 'w:outlineLvl')?.attributes['w:val'];
  return {
    text: label ? `${label} ${reader.text}` : reader.text,
    heading: ownLevel !== undefined && Number(ownLevel) < 9 ? Number(ownLevel) + 1 : style.heading,
    goesOn,
    boxes: reader.boxes,
  };
}
