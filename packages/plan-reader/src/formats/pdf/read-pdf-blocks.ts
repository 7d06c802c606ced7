import type { BlockReading } from '../blocks.js';
import { layOutPages } from '../page/lay-out-pages.js';
import { mendPages } from '../page/mend-pages.js';
import type { Page, Piece } from '../page/page.js';
import { readPdfRules } from './read-pdf-rules.js';

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdf['getDocument']>['promise']>['getPage']>>;
type Matrix = [number, number, number, number, number, number];

const mostPages = 1000;

/** pdf.js looks for its worker here and then runs in this very thread; no file is searched and no thread begun. */
async function loadPdf(): Promise<Pdf> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function readPage(pdf: Pdf, page: PdfPage, number: number): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const matrix = viewport.transform as Matrix;
  const content = await page.getTextContent({ includeMarkedContent: false });
  const pieces: Piece[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const [a, b, , , x, y] = pdf.Util.transform(matrix, item.transform) as Matrix;
    if (Math.abs(b) > Math.abs(a)) continue;
    const size = item.height || Math.hypot(a, b);
    pieces.push({ text: item.str.normalize('NFC'), x, y: y - size * 0.85, width: item.width, height: size });
  }
  const rules =
    pieces.length === 0 ? { level: [], upright: [] } : readPdfRules(await page.getOperatorList(), pdf.OPS, matrix);
  return { number, width: viewport.width, height: viewport.height, pieces, rules };
}

/** Reads every page of a PDF: its letters with their places and the lines that are drawn. Nothing in it is run or fetched. */
async function readPdfPages(
  bytes: Uint8Array,
  onPage: (page: number, pages: number) => void,
): Promise<Page[] | Refusal> {
  const pdf = await loadPdf();
  const task = pdf.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) return 'too many pages';
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(pdf, page, number));
      page.cleanup();
      onPage(number, document.numPages);
    }
    return pages;
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged';
  } finally {
    await task.destroy();
  }
}

type Refusal = 'too many pages' | 'locked' | 'damaged';

/** Brings a PDF with a text layer to blocks. A PDF of pictures alone is refused by name. */
export async function readPdfBlocks(
  bytes: Uint8Array,
  onPage: (page: number, pages: number) => void,
): Promise<BlockReading> {
  const pages = await readPdfPages(bytes, onPage);
  if (pages === 'locked') return { ok: false, code: 'ENCRYPTED_FILE', details: { format: '.pdf' } };
  if (pages === 'damaged') return { ok: false, code: 'DAMAGED_FILE', details: { format: '.pdf' } };
  if (pages === 'too many pages') {
    return {
      ok: false,
      code: 'TOO_MUCH_CONTENT',
      details: { limit: `${mostPages} trang`, limitEn: `${mostPages} pages` },
    };
  }
  if (pages.every((page) => page.pieces.every(({ text }) => text.trim() === '')))
    return { ok: false, code: 'SCANNED_FILE', details: {} };
  const mended = mendPages(pages);
  return { ok: true, blocks: layOutPages(mended.pages), doubts: mended.doubts };
}
