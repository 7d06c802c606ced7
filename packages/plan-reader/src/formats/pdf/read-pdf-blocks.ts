import type { BlockReading } from '../blocks.js';
import { layOutPages } from '../page/lay-out-pages.js';
import { mendPages } from '../page/mend-pages.js';
import { hasWords } from '../page/page.js';
import type { Page, Piece } from '../page/page.js';
import { doubtScannedPages } from '../scan/doubt-scan.js';
import type { RecognisedPages } from '../scan/doubt-scan.js';
import { shareOfPicture } from './find-page-picture.js';
import { readPdfRules } from './read-pdf-rules.js';

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdf['getDocument']>['promise']>['getPage']>>;
type Matrix = [number, number, number, number, number, number];

const mostPages = 1000;
/** A stamp of a certificate on a scan has fewer letters than this, and the scan covers more of the page than that. */
const fewestLetters = 250;
const scanCovers = 0.6;

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
  const { width, height } = viewport;
  if (pieces.length === 0) return { number, width, height, pieces, rules: { level: [], upright: [] } };
  const operators = await page.getOperatorList();
  const letters = pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
  const isPicture = letters < fewestLetters && shareOfPicture(operators, pdf.OPS, { width, height }) > scanCovers;
  const rules = readPdfRules(operators, pdf.OPS, matrix);
  return { number, width, height, pieces, rules, ...(isPicture ? { isPicture } : {}) };
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

/** Recognises the named pages of the PDF. */
type RecognisePages = (numbers: readonly number[]) => Promise<RecognisedPages>;

/**
 * Brings a PDF with a text layer to blocks. A PDF of pictures alone is refused by name; single pages of pictures are recognised, or,
 * where nothing recognises them, told.
 */
export async function readPdfBlocks(
  bytes: Uint8Array,
  onPage: (page: number, pages: number) => void,
  recognise?: RecognisePages,
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
  const scanned = pages.filter((page) => !hasWords(page)).map(({ number }) => number);
  if (scanned.length === pages.length) return { ok: false, code: 'SCANNED_FILE', details: {} };
  if (scanned.length === 0 || !recognise) {
    const mended = mendPages(pages);
    return { ok: true, blocks: layOutPages(mended.pages), doubts: mended.doubts };
  }
  const recognised = await recognise(scanned);
  const found = new Map(recognised.pages.map((page) => [page.number, page]));
  const mended = mendPages(pages.filter(hasWords));
  const all = [...mended.pages, ...found.values()].toSorted((one, other) => one.number - other.number);
  return { ok: true, blocks: layOutPages(all), doubts: [...mended.doubts, ...doubtScannedPages(recognised)] };
}
