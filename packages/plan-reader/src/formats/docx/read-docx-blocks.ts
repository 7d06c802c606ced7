import { openArchive } from '../archive/open-archive.js';
import type { Block, BlockReading } from '../blocks.js';
import { childrenOf, eachChildOf, XmlTooLarge } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import { NumberCounter } from './count-numbers.js';
import { doubtFindings } from './doubt-findings.js';
import { readParagraph } from './read-paragraph.js';
import type { DocxContext } from './read-paragraph.js';
import { Styles } from './read-styles.js';
import { readDocxTable, unwrap } from './read-table.js';

const wanted = /^word\/(?:document\d*|numbering|styles|footnotes|endnotes)\.xml$/;
const framing = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

class DocxReader {
  readonly blocks: Block[] = [];
  private tables = 0;
  private pending = '';

  constructor(
    readonly context: DocxContext,
    private readonly paged: boolean,
  ) {}

  readBody(child: XmlElement): void {
    if (child.name === 'w:p') this.readBodyParagraph(child);
    else if (child.name === 'w:tbl') this.readBodyTable(child);
    else if (framing.has(child.name)) for (const inner of childrenOf(child)) this.readBody(inner);
  }

  addText(text: string, heading: number | null): void {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      this.blocks.push({
        kind: 'text',
        ...this.place(this.context.page),
        text: line,
        ...(heading === null ? {} : { heading }),
      });
    }
  }

  private place(page: number) {
    return { line: this.blocks.length + 1, ...(this.paged ? { page } : {}) };
  }

  private readBodyParagraph(element: XmlElement): void {
    const paragraph = readParagraph(element, this.context);
    const text = this.pending + paragraph.text;
    this.pending = paragraph.goesOn ? text : '';
    if (!paragraph.goesOn) this.addText(text, paragraph.heading);
    for (const box of paragraph.boxes) for (const inner of childrenOf(box)) this.readBody(inner);
  }

  private readBodyTable(element: XmlElement): void {
    const cells = unwrap(element, 'w:tr').map((row) => unwrap(row, 'w:tc'));
    const isFrame =
      cells.every((row) => row.length <= 1) && cells.flat().some((cell) => unwrap(cell, 'w:tbl').length > 0);
    if (isFrame) {
      for (const inner of cells.flat().flatMap((cell) => childrenOf(cell))) this.readBody(inner);
      return;
    }
    this.tables += 1;
    this.context.insideTable = true;
    const { rows, spansKnown } = readDocxTable(element, this.context, (cell) => this.readCell(cell));
    this.context.insideTable = false;
    for (const { cells: rowCells, page } of rows)
      this.blocks.push({ kind: 'row', ...this.place(page), table: this.tables, cells: rowCells, spansKnown });
  }

  private readCell(cell: XmlElement): string {
    const lines: string[] = [];
    this.readCellContent(cell, lines);
    return lines.join('\n');
  }

  private readCellContent(element: XmlElement, lines: string[]): void {
    let begun = '';
    for (const child of childrenOf(element)) {
      if (child.name === 'w:p') {
        const paragraph = readParagraph(child, this.context);
        begun += paragraph.text;
        if (paragraph.goesOn) continue;
        lines.push(begun);
        begun = '';
        for (const box of paragraph.boxes) this.readCellContent(box, lines);
      } else if (child.name === 'w:tbl') {
        this.context.findings.nestedTables += 1;
        for (const row of unwrap(child, 'w:tr'))
          lines.push(
            unwrap(row, 'w:tc')
              .map((inner) => this.readCell(inner).replaceAll('\n', ' '))
              .join(' '),
          );
      } else if (framing.has(child.name)) this.readCellContent(child, lines);
    }
    if (begun) lines.push(begun);
  }
}

/** Footnotes and endnotes stand below the text, in the order in which they are called. */
function readNotes(reader: DocxReader, parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const notes = new Map<string, string>();
  for (const kind of ['footnote', 'endnote']) {
    const part = parts.get(`word/${kind}s.xml`);
    if (!part) continue;
    eachChildOf(part, `w:${kind}s`, (note) => {
      if (note.attributes['w:type'] !== undefined && note.attributes['w:type'] !== 'normal') return;
      const words = childrenOf(note, 'w:p').map((paragraph) => readParagraph(paragraph, reader.context).text.trim());
      notes.set(`${kind}/${note.attributes['w:id'] ?? ''}`, words.join(' ').trim());
    });
  }
  return notes;
}

function mentions(part: Uint8Array, word: string): boolean {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes(word);
}

/**
 * Reads a Word document as it stands on paper: automatic numbers counted, tracked changes accepted, text boxes and notes in their
 * place, cells with their true spans. Links and macros are not even unpacked. Pages are known where Word has left its page breaks.
 */
export function readDocxBlocks(bytes: Uint8Array): BlockReading {
  const archive = openArchive(bytes, '.docx', (name) => wanted.test(name));
  if (!archive.ok) return archive;
  const main =
    archive.parts.get('word/document.xml') ??
    [...archive.parts].find(([name]) => /\/document\d*\.xml$/.test(name))?.[1];
  if (!main) return { ok: false, code: 'DAMAGED_FILE', details: { format: '.docx' } };
  try {
    const context: DocxContext = {
      styles: new Styles(archive.parts.get('word/styles.xml')),
      numbers: new NumberCounter(archive.parts.get('word/numbering.xml')),
      findings: { changes: 0, hiddenTexts: 0, nestedTables: 0, notesInTables: [], notes: [], encodings: new Set() },
      page: 1,
      insideTable: false,
    };
    const reader = new DocxReader(context, mentions(main, 'lastRenderedPageBreak'));
    eachChildOf(main, 'w:body', (child) => reader.readBody(child));
    const called = [...context.findings.notes];
    const notes = readNotes(reader, archive.parts);
    for (const id of called) reader.addText(notes.get(id) ?? '', null);
    return { ok: true, blocks: reader.blocks, doubts: doubtFindings(context.findings, notes) };
  } catch (error) {
    if (error instanceof XmlTooLarge) {
      return {
        ok: false,
        code: 'TOO_MUCH_CONTENT',
        details: { limit: 'một bảng quá lớn', limitEn: 'one table is too large' },
      };
    }
    return { ok: false, code: 'DAMAGED_FILE', details: { format: '.docx' } };
  }
}
