/** A run of letters on a page: points from the top left corner, `y` the upper edge. `confidence` (0-1) where recognition gives one. */
export type Piece = { text: string; x: number; y: number; width: number; height: number; confidence?: number };

/** A straight line drawn on a page, upright or level: its place across it and its two ends. */
export type Rule = { at: number; from: number; to: number };
export type Rules = { level: Rule[]; upright: Rule[] };

/**
 * What every paged format is brought to before tables are looked for. `isPicture`: one picture covers the page and its letters are but
 * a stamp or a number, as on a scan that somebody signed by certificate.
 */
export type Page = {
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  rules: Rules;
  isPicture?: true;
};

export type Box = { left: number; top: number; right: number; bottom: number };

export const rightOf = (piece: Piece) => piece.x + piece.width;
export const bottomOf = (piece: Piece) => piece.y + piece.height;

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Numbers that lie within `tolerance` of each other as one: their mean. */
export function clusterNumbers(numbers: readonly number[], tolerance: number): number[] {
  const clusters: number[][] = [];
  for (const value of numbers.toSorted((one, other) => one - other)) {
    const last = clusters.at(-1);
    if (last && value - (last.at(-1) ?? value) <= tolerance) last.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}

/** Whether a page has words of its own; a scan has none, or none but a stamp. */
export const hasWords = (page: Page) => !page.isPicture && page.pieces.some(({ text }) => text.trim() !== '');

/** Pages as a person lists them: "2-4, 7". */
export function listPages(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}
