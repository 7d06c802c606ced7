import type { Canvas } from '@napi-rs/canvas';

import { renderScale, type PagePicture } from './page-picture.js';

/** A scan of more pages takes longer than anybody waits; the limit of time would end it anyway. */
const MOST_PAGES = 60;

/** Draws the pages of a PDF one after the other, each given away before the next is drawn. */
export async function* renderPdfPages(bytes: Uint8Array): AsyncGenerator<{ picture: PagePicture; pages: number }> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdf.getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  try {
    const document = await task.promise;
    const pages = Math.min(document.numPages, MOST_PAGES);
    const factory = document.canvasFactory as { create(width: number, height: number): { canvas: Canvas } };
    for (let number = 1; number <= pages; number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: renderScale });
      const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await page.render({ canvas: canvas as never, viewport, background: 'white' }).promise;
      page.cleanup();
      yield { picture: { canvas, pointsPerPixel: 1 / renderScale }, pages };
    }
  } finally {
    await task.destroy();
  }
}
