/** A figure of the bench: one JSON line on standard output. `goal` says what it is held against, `met` whether it is. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  goal?: string;
  met?: boolean;
  details?: Record<string, unknown>;
}

export function printFigure(figure: Figure): void {
  const rounded = Math.round(figure.value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ ...figure, value: rounded })}\n`);
}

export const say = (line: string) => process.stderr.write(`${line}\n`);

/** The value below which `share` of the sorted numbers lie. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[place] ?? Number.NaN;
}

export const median = (numbers: readonly number[]) => percentile(numbers, 0.5);
