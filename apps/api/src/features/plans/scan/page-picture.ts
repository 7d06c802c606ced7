import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';

/** Letters are recognised best at about this many dots to the inch. */
const DOTS_PER_INCH = 200;
const A4_WIDTH = 595;
const DARK = 140;
export const cutOutMargin = 12;
/** A page of A3 at 200 dots to the inch; a larger picture is brought down to it. */
const MOST_DOTS = 9_000_000;

/** One page as a picture, with the size of a dot in points. */
export interface PagePicture {
  canvas: Canvas;
  pointsPerPixel: number;
}

/** The pages of a picture file: one. A photo says nothing of its size, so its narrow side is taken as that of A4. */
export async function openPicture(bytes: Uint8Array): Promise<PagePicture> {
  const image = await loadImage(Buffer.from(bytes));
  const wanted = (Math.min(image.width, image.height) * 72) / A4_WIDTH;
  const scale = Math.min(DOTS_PER_INCH / wanted, Math.sqrt(MOST_DOTS / (image.width * image.height)));
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { canvas, pointsPerPixel: 72 / (wanted * scale) };
}

/** How many dots a point has when a page of this size, in points, is drawn: fewer for a page larger than A3. */
export function scaleOfPage(width: number, height: number): number {
  return Math.min(DOTS_PER_INCH / 72, Math.sqrt(MOST_DOTS / Math.max(1, width * height)));
}

/** Where there is ink: 1 for a dark dot. */
export function findInk(canvas: Canvas): { width: number; height: number; dark: Uint8Array } {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const dark = new Uint8Array(width * height);
  for (let dot = 0; dot < dark.length; dot += 1) {
    const light = 0.3 * (data[dot * 4] ?? 255) + 0.59 * (data[dot * 4 + 1] ?? 255) + 0.11 * (data[dot * 4 + 2] ?? 255);
    dark[dot] = light < DARK ? 1 : 0;
  }
  return { width, height, dark };
}

/**
 * A part of the page on white, with a margin: recognition fails on letters that touch the edge. The dots are copied, because drawing
 * one canvas on another keeps a copy of the whole page until memory is swept: half a gigabyte for the cells of one table.
 */
export function cutOut({ canvas }: PagePicture, left: number, top: number, width: number, height: number): Buffer {
  const part = createCanvas(width + 2 * cutOutMargin, height + 2 * cutOutMargin);
  const context = part.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, part.width, part.height);
  const dots = canvas.getContext('2d').getImageData(left, top, width, height);
  context.putImageData(dots, cutOutMargin, cutOutMargin);
  return part.toBuffer('image/png');
}
