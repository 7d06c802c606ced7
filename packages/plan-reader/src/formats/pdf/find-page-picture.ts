import type { MovingNumbers, Operators } from './walk-operators.js';
import { walkOperators } from './walk-operators.js';

type PictureNumbers = MovingNumbers &
  Record<'paintImageXObject' | 'paintInlineImageXObject' | 'paintImageMaskXObject' | 'paintImageXObjectRepeat', number>;

/** The share of the page that the largest picture on it covers: a scan covers nearly all. Pictures are drawn on a square of one. */
export function shareOfPicture(
  operators: Operators,
  numbers: PictureNumbers,
  page: { width: number; height: number },
): number {
  const paints = new Set([
    numbers.paintImageXObject,
    numbers.paintInlineImageXObject,
    numbers.paintImageMaskXObject,
    numbers.paintImageXObjectRepeat,
  ]);
  let largest = 0;
  for (const { operator, matrix } of walkOperators(operators, numbers)) {
    if (!paints.has(operator)) continue;
    const area = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
    largest = Math.max(largest, area / Math.max(1, page.width * page.height));
  }
  return largest;
}
