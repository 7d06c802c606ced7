import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

import {
  findDrawnLines,
  listCellBoxes,
  type Box,
  type Page,
  type Piece,
  type RecogniseScan,
} from '@phancong/plan-reader';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';

import { cutOut, cutOutMargin, findInk, openPicture, type PagePicture } from './page-picture.js';
import { renderPdfPages } from './render-pdf-pages.js';

const dataFolder = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
);

/** Vietnamese, from the files of the package alone: no network, nothing written. */
async function startEngine(): Promise<Worker> {
  const engine = await createWorker('vie', OEM.LSTM_ONLY, { langPath: dataFolder, gzip: true, cacheMethod: 'none' });
  await engine.setParameters({ user_defined_dpi: '200' });
  return engine;
}

interface Dots {
  left: number;
  top: number;
  width: number;
  height: number;
}

async function recognisePart(engine: Worker, picture: PagePicture, dots: Dots, mode: PSM): Promise<Piece[]> {
  await engine.setParameters({ tessedit_pageseg_mode: mode });
  const image = cutOut(picture, dots.left, dots.top, dots.width, dots.height);
  const { data } = await engine.recognize(image, {}, { blocks: true });
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs).flatMap((paragraph) => paragraph.lines);
  const { pointsPerPixel } = picture;
  const across = (x: number) => (x - cutOutMargin + dots.left) * pointsPerPixel;
  const down = (y: number) => (y - cutOutMargin + dots.top) * pointsPerPixel;
  return lines.flatMap((line) =>
    line.words.map((word) => ({
      text: word.text.normalize('NFC'),
      x: across(word.bbox.x0),
      width: (word.bbox.x1 - word.bbox.x0) * pointsPerPixel,
      y: down(line.bbox.y0),
      height: (line.bbox.y1 - line.bbox.y0) * pointsPerPixel,
      confidence: word.confidence / 100,
    })),
  );
}

function toDots(box: Box, pointsPerPixel: number, inset: number): Dots {
  const left = Math.round(box.left / pointsPerPixel) + inset;
  const top = Math.round(box.top / pointsPerPixel) + inset;
  return {
    left,
    top,
    width: Math.round(box.right / pointsPerPixel) - inset - left,
    height: Math.round(box.bottom / pointsPerPixel) - inset - top,
  };
}

function countInk(ink: ReturnType<typeof findInk>, dots: Dots): number {
  let count = 0;
  for (let y = dots.top; y < dots.top + dots.height; y += 1)
    for (let x = dots.left; x < dots.left + dots.width; x += 1) count += ink.dark[y * ink.width + x] ?? 0;
  return count;
}

const sureness = (pieces: readonly Piece[]) =>
  pieces.reduce((sum, { confidence = 0 }) => sum + confidence, 0) / Math.max(1, pieces.length);
const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);

/** What numbers a row: Roman and Arabic figures, letters, dashes. */
const outlineSigns = 'IVXLC0123456789.-+ABCDĐabcdđegh()';

/** A cell is a block of lines. A few signs of which recognition is not sure are tried again as one word, then as the number of a row. */
async function recogniseCell(engine: Worker, picture: PagePicture, dots: Dots): Promise<Piece[]> {
  const block = await recognisePart(engine, picture, dots, PSM.SINGLE_BLOCK);
  if (lengthOf(block) > 5 || (block.length > 0 && sureness(block) > 0.8)) return block;
  const word = await recognisePart(engine, picture, dots, PSM.SINGLE_WORD);
  const best = sureness(word) > sureness(block) ? word : block;
  if (lengthOf(best) > 0 && sureness(best) > 0.6) return best;
  await engine.setParameters({ tessedit_char_whitelist: outlineSigns });
  const number = await recognisePart(engine, picture, dots, PSM.SINGLE_WORD);
  await engine.setParameters({ tessedit_char_whitelist: '' });
  return sureness(number) > sureness(best) ? number : best;
}

async function recognisePage(engine: Worker, picture: PagePicture, number: number): Promise<Page> {
  const { canvas, pointsPerPixel } = picture;
  const ink = findInk(canvas);
  const rules = findDrawnLines(ink, pointsPerPixel);
  const { tables, cells } = listCellBoxes(rules);
  const pieces: Piece[] = [];
  for (const cell of cells) {
    const dots = toDots(cell, pointsPerPixel, 5);
    if (dots.width < 8 || dots.height < 8 || countInk(ink, dots) < 12) continue;
    pieces.push(...(await recogniseCell(engine, picture, dots)));
  }
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  for (const table of tables) {
    const dots = toDots(table, pointsPerPixel, -4);
    context.fillRect(dots.left, dots.top, dots.width, dots.height);
  }
  const whole = { left: 0, top: 0, width: canvas.width, height: canvas.height };
  pieces.push(...(await recognisePart(engine, picture, whole, PSM.AUTO)));
  return { number, width: canvas.width * pointsPerPixel, height: canvas.height * pointsPerPixel, pieces, rules };
}

/**
 * Recognises a scanned plan page by page, each cell of a table by itself. No page is begun after `timeMs`; those that are left are named,
 * so that what was recognised is not lost with them.
 */
export const recogniseWithin =
  (timeMs: number): RecogniseScan =>
  async (bytes, kind, onProgress, only) => {
    const started = performance.now();
    const engine = await startEngine();
    try {
      if (kind === 'image') {
        const page = await recognisePage(engine, await openPicture(bytes), 1);
        onProgress({ page: 1, pages: 1 });
        return { pages: [page], unread: [] };
      }
      const pages: Page[] = [];
      for await (const { picture, number, rest } of renderPdfPages(bytes, only)) {
        pages.push(await recognisePage(engine, picture, number));
        onProgress({ page: pages.length, pages: pages.length + rest.length });
        if (performance.now() - started > timeMs) return { pages, unread: rest };
      }
      return { pages, unread: [] };
    } finally {
      await engine.terminate();
    }
  };
