import type { Rules } from '../page/page.js';
import { multiply, walkOperators } from './walk-operators.js';
import type { Matrix, MovingNumbers, Operators } from './walk-operators.js';

/** The operators of a page that matter to its lines, by the numbers that pdf.js gives them. */
type OperatorNumbers = MovingNumbers &
  Record<
    | 'constructPath'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >;

/** Thicker than this a filled box is a surface, not a line. */
const thickest = 3;

type Point = { x: number; y: number };

/** Points of a path in the order of drawing, one list for each stroke of the pen; curves end it, as no line of a table is bent. */
function readSubpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const subpaths: Point[][] = [];
  let index = 0;
  const take = (): Point => {
    const [x, y] = [path[index] ?? 0, path[index + 1] ?? 0];
    index += 2;
    return { x: matrix[0] * x + matrix[2] * y + matrix[4], y: matrix[1] * x + matrix[3] * y + matrix[5] };
  };
  while (index < path.length) {
    const operator = path[index];
    index += 1;
    const open = subpaths.at(-1);
    if (operator === 0) subpaths.push([take()]);
    else if (operator === 1) open?.push(take());
    else if (operator === 2) {
      index += 4;
      subpaths.push([take()]);
    } else if (operator === 3) {
      index += 2;
      subpaths.push([take()]);
    } else if (operator === 4) {
      const [first] = open ?? [];
      if (first) open?.push(first);
    } else break;
  }
  return subpaths;
}

function addSegment(rules: Rules, from: Point, to: Point): void {
  const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  if (height <= 1 && width > 1)
    rules.level.push({ at: (from.y + to.y) / 2, from: Math.min(from.x, to.x), to: Math.max(from.x, to.x) });
  else if (width <= 1 && height > 1)
    rules.upright.push({ at: (from.x + to.x) / 2, from: Math.min(from.y, to.y), to: Math.max(from.y, to.y) });
}

/** Many programs draw a line as a thin filled box. */
function addThinBox(rules: Rules, points: readonly Point[]): void {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= thickest && width > height * 2) rules.level.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (width <= thickest && height > width * 2)
    rules.upright.push({ at: (left + right) / 2, from: top, to: bottom });
}

/** The straight lines that a page draws, stroked or as thin filled boxes, in points from its top left corner. */
export function readPdfRules(operators: Operators, numbers: OperatorNumbers, viewport: Matrix): Rules {
  const rules: Rules = { level: [], upright: [] };
  const strokes = new Set([
    numbers.stroke,
    numbers.closeStroke,
    numbers.fillStroke,
    numbers.eoFillStroke,
    numbers.closeFillStroke,
    numbers.closeEOFillStroke,
  ]);
  const fills = new Set([numbers.fill, numbers.eoFill]);
  for (const { operator, args, matrix } of walkOperators(operators, numbers)) {
    if (operator !== numbers.constructPath || !Array.isArray(args)) continue;
    const [paint, data] = args as [number, [ArrayLike<number> | null]];
    const [path] = data;
    if (!path || (!strokes.has(paint) && !fills.has(paint))) continue;
    for (const points of readSubpaths(path, multiply(viewport, matrix))) {
      if (fills.has(paint)) addThinBox(rules, points);
      else for (const [at, to] of points.entries()) if (at > 0) addSegment(rules, points[at - 1] ?? to, to);
    }
  }
  return rules;
}
