import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import type { PlanReading, ReadItem } from '@phancong/contracts';

import { readPlanFile } from '../read-plan-file.js';
import { writeTable, type TableLine } from './write-table.js';

const folder = join(__dirname, '../../fixtures/documents');
const documents = readdirSync(folder).flatMap((name) => {
  if (!name.endsWith('.right.json')) return [];
  const { file } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { file: string };
  return [file];
});
const plan2025 = join(__dirname, '../../../../fixtures/plan-2025-table.txt');

async function readFile(bytes: Uint8Array, fileName: string): Promise<PlanReading> {
  const result = await readPlanFile(bytes, { fileName, year: 2025 });
  if (!result.ok) throw new Error(`${fileName}: ${result.code}`);
  return result.reading;
}

const lineOf = (item: ReadItem): TableLine => ({
  ref: item.ref,
  title: item.title,
  text: item.text,
  unitOfMeasure: item.unitOfMeasure,
  timingText: item.timing.text,
  leads: item.leads,
  coordinators: item.coordinators,
  deliverable: item.deliverable ?? null,
  budgetVnd: item.budgetVnd ?? null,
});

const nothing = {
  unitOfMeasure: null,
  timingText: null,
  leads: [],
  coordinators: [],
  deliverable: null,
  budgetVnd: null,
};

/** Each heading above the first row below it, as in the document. */
function linesOf({ headings, items }: PlanReading): TableLine[] {
  const rows = new Set(items.map(({ ref }) => ref));
  const rest = headings.filter(({ ref }) => !rows.has(ref));
  return items.flatMap((item) => {
    const below = rest.findIndex(({ ref }) => !item.ref.startsWith(`${ref}.`));
    const above = rest.splice(0, below < 0 ? rest.length : below);
    return [...above.map(({ ref, title }) => ({ ...nothing, ref, title, text: null })), lineOf(item)];
  });
}

function toWorkbook(rows: readonly (readonly string[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Bảng phân công');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

const progress = [
  { header: 'Tổng', write: () => '63' },
  { header: 'Hoàn thành đúng hạn', write: () => '12' },
  { header: 'Quá hạn', write: () => '0' },
];

const readAgain = async ({ document, ...reading }: PlanReading) =>
  readFile(
    toWorkbook(writeTable(document.title ?? 'Kế hoạch', linesOf({ document, ...reading }), progress)),
    'bang.xlsx',
  );

describe('A table that is written out', () => {
  it.each(documents)('is read as the same table again, whatever stands beside it: %s', async (file) => {
    const before = await readFile(new Uint8Array(readFileSync(join(folder, file))), file);
    expect((await readAgain(before)).items.map(lineOf)).toEqual(before.items.map(lineOf));
  });

  it('keeps each row of the plan of 2025: number, words, units and time', async () => {
    const before = await readFile(new Uint8Array(readFileSync(plan2025)), plan2025);
    const after = await readAgain(before);
    // A blank unit of measure is taken for that of the row above, and II.2 says the duties of II.2.a a second time.
    const said = ({ items }: PlanReading) => items.map((item) => ({ ...lineOf(item), unitOfMeasure: null }));
    expect(said(after).filter(({ ref }) => ref !== 'II.2.a' && ref !== 'II.2.a.a')).toEqual(
      said(before).filter(({ ref }) => ref !== 'II.2.a'),
    );
  });
});
