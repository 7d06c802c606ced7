import type { Canvas } from '@napi-rs/canvas';

import { scaleOfPage, type PagePicture } from './page-picture.js';

/** One page drawn, and the numbers of those that are still to come. */
export interface RenderedPage {
  picture: PagePicture;
  number: number;
  rest: number[];
}

/** Draws pages of a PDF one after the other, all or those in `only`; each is given away before the next is drawn. */
export async function* renderPdfPages(bytes: Uint8Array, only?: readonly number[]): AsyncGenerator<RenderedPage> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdf.getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  try {
    const document = await task.promise;
    const numbers = only ?? Array.from({ length: document.numPages }, (_, index) => index + 1);
    const factory = document.canvasFactory as { create(width: number, height: number): { canvas: Canvas } };
    for (const [index, number] of numbers.entries()) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = scaleOfPage(width, height);
      const viewport = page.getViewport({ scale });
      const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await page.render({ canvas: canvas as never, viewport, background: 'white' }).promise;
      page.cleanup();
      yield { picture: { canvas, pointsPerPixel: 1 / scale }, number, rest: numbers.slice(index + 1) };
      // The dots of a page lie outside the heap, where nothing presses for them to be swept.
      canvas.width = 1;
      canvas.height = 1;
    }
  } finally {
    await task.destroy();
  }
}
