import Papa from 'papaparse';

import type { Block } from '../blocks.js';

const delimiters = [';', ',', '\t'] as const;
const linesLookedAt = 60;

/** How many records of the start agree on their number of fields; what is no table agrees on little. */
function countAgreeing(text: string, delimiter: string): { share: number; width: number } {
  const start = text.split(/\r\n|\n|\r/, linesLookedAt).join('\n');
  const { data } = Papa.parse<string[]>(start, { delimiter, skipEmptyLines: 'greedy' });
  const widths = new Map<number, number>();
  for (const record of data) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  const [width, count] = [...widths].toSorted(([, one], [, other]) => other - one)[0] ?? [0, 0];
  return { share: data.length === 0 ? 0 : count / data.length, width };
}

function findDelimiter(text: string): string | null {
  const hasQuotedTab = /(?:^|\t)"[^"\t]*\n/mu.test(text.slice(0, 20_000));
  const found = delimiters
    .filter((delimiter) => delimiter !== '\t' || hasQuotedTab)
    .map((delimiter) => ({ delimiter, ...countAgreeing(text, delimiter) }))
    .filter(({ share, width }) => width >= 3 && share >= 0.6)
    .toSorted((one, other) => other.share * other.width - one.share * one.width);
  return found[0]?.delimiter ?? null;
}

/**
 * Reads text that a spreadsheet has written with commas, semicolons or quoted tabs; null when the text is no such table. A quoted
 * cell may hold lines of its own. `line` is the line of the file on which a record begins.
 */
export function readCsvBlocks(text: string): Block[] | null {
  const delimiter = findDelimiter(text);
  if (delimiter === null) return null;
  const { data } = Papa.parse<string[]>(text, { delimiter });
  const blocks: Block[] = [];
  let line = 1;
  for (const record of data) {
    const filled = record.filter((cell) => cell.trim() !== '');
    const [only = ''] = filled;
    if (filled.length === 0) blocks.push({ kind: 'blank', line });
    else if (filled.length === 1 && record[0] === only && blocks.every(({ kind }) => kind !== 'row'))
      blocks.push({ kind: 'text', line, text: only });
    else blocks.push({ kind: 'row', line, cells: record.map((cell) => ({ text: cell })), spansKnown: false });
    line += 1 + record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  }
  return blocks;
}
