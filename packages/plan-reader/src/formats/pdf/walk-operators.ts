export type Matrix = readonly [number, number, number, number, number, number];

/** What a page draws, as pdf.js lists it. */
export type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };
/** The operators that move the place of drawing, by the numbers that pdf.js gives them. */
export type MovingNumbers = Record<
  'save' | 'restore' | 'transform' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd',
  number
>;

const identity: Matrix = [1, 0, 0, 1, 0, 0];

export const multiply = (one: Matrix, other: Matrix): Matrix => [
  one[0] * other[0] + one[2] * other[1],
  one[1] * other[0] + one[3] * other[1],
  one[0] * other[2] + one[2] * other[3],
  one[1] * other[2] + one[3] * other[3],
  one[0] * other[4] + one[2] * other[5] + one[4],
  one[1] * other[4] + one[3] * other[5] + one[5],
];

const isMatrix = (value: unknown): value is Matrix =>
  Array.isArray(value) && value.length === 6 && value.every((entry) => typeof entry === 'number');

/** Goes through what a page draws, each with the place at which it is drawn. */
export function* walkOperators(
  { fnArray, argsArray }: Operators,
  numbers: MovingNumbers,
): Generator<{ operator: number; args: unknown; matrix: Matrix }> {
  const saved: Matrix[] = [];
  let matrix = identity;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === numbers.save || operator === numbers.paintFormXObjectBegin) {
      saved.push(matrix);
      const [own] = Array.isArray(args) ? (args as unknown[]) : [];
      if (operator === numbers.paintFormXObjectBegin && isMatrix(own)) matrix = multiply(matrix, own);
    } else if (operator === numbers.restore || operator === numbers.paintFormXObjectEnd)
      matrix = saved.pop() ?? identity;
    else if (operator === numbers.transform && isMatrix(args)) matrix = multiply(matrix, args);
    else yield { operator, args, matrix };
  }
}
