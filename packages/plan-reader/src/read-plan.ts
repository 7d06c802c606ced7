import { createHash } from 'node:crypto';

import type { Doubt, PlanReading, ReadItem, SourceRow } from '@phancong/contracts';

import { readAmendment } from './amendments/read-amendment.js';
import type { AmendmentReading } from './amendments/read-amendment.js';
import type { Block, FormatRefusal } from './formats/blocks.js';
import { readBlocks } from './formats/read-blocks.js';
import { sortTables } from './grid/sort-tables.js';
import { readGrid } from './grid/table-rows.js';
import type { Grid } from './grid/table-rows.js';
import { doubtBlank } from './reading/doubts.js';
import { readAround } from './reading/around/read-around.js';
import { fillMergedCells } from './reading/fill-merged-cells.js';
import { leadFromGroups } from './reading/lead-from-groups.js';
import { linkHandOffs } from './reading/link-hand-offs.js';
import { listCampaigns } from './reading/list-campaigns.js';
import { listUnits } from './reading/list-units.js';
import { outlineRows } from './reading/outline.js';
import type { OutlinedRow } from './reading/outline.js';
import { readProse } from './reading/prose/read-prose.js';
import { readDocumentFacts } from './reading/read-document-facts.js';
import { readItems } from './reading/read-items.js';
import { timeFromGroups } from './reading/time-from-groups.js';
import { splitLists } from './reading/split-cells.js';

export type ReadOptions = {
  /** Kept in the reading; never used to recognise the format. */
  fileName?: string;
  /** The year of the plan, where the document does not say it or a person knows better. */
  year?: number;
};

export type ReadRefusal =
  | FormatRefusal
  | { ok: false; code: 'NO_TABLE_FOUND' | 'EMPTY_TABLE'; details: Record<string, string | number> };
/** A document that changes a plan comes with its changes; its reading then has no items of its own. */
export type ReadResult =
  | { ok: true; reading: PlanReading; amendment: Pick<AmendmentReading, 'amends' | 'changes'> | null }
  | ReadRefusal;

/** Tells each source row what became of it: heading or item, and the refs that were read from it. */
function linkSource(grid: Grid, outlined: readonly OutlinedRow[], items: readonly ReadItem[]): SourceRow[] {
  const source = grid.source.map((row): SourceRow => ({ ...row, refs: [] }));
  for (const { row, kind, ref } of outlined) {
    const target = source[row.row];
    if (kind !== 'heading' || !target) continue;
    target.kind = 'heading';
    target.refs.push(ref);
  }
  for (const item of items) {
    const own = new Set(
      Object.values(item.anchors)
        .flatMap((anchors) => anchors ?? [])
        .map((anchor) => anchor.row),
    );
    for (const row of own) {
      const { lines } = item.source;
      const target = source[row];
      if (target && target.line >= lines[0] && target.line <= lines[1] && !target.refs.includes(item.ref))
        target.refs.push(item.ref);
    }
  }
  return source;
}

/** A row without any lead is never dropped; a person says whose it is. A table that has no column for a value leaves none blank. */
function doubtMissing(items: readonly ReadItem[], columns: Grid['columns']): Doubt[] {
  return items.flatMap((item) => {
    const doubts: Doubt[] = [];
    if (item.leads.length === 0) {
      doubts.push(
        doubtBlank(
          item.ref,
          'leads',
          `Mục ${item.ref} không ghi đơn vị chủ trì.`,
          `Row ${item.ref} states no lead unit.`,
        ),
      );
    }
    if (item.coordinators.length === 0 && columns.has('coordinators')) {
      doubts.push(
        doubtBlank(
          item.ref,
          'coordinators',
          `Mục ${item.ref} không ghi đơn vị phối hợp.`,
          `Row ${item.ref} states no coordinating unit.`,
        ),
      );
    }
    if (item.unitOfMeasure === null && columns.has('unitOfMeasure')) {
      doubts.push(
        doubtBlank(
          item.ref,
          'unitOfMeasure',
          `Mục ${item.ref} không ghi đơn vị tính.`,
          `Row ${item.ref} states no unit of measure.`,
        ),
      );
    }
    if (item.title === '' && item.text === '') {
      doubts.push(
        doubtBlank(
          item.ref,
          'title',
          `Dòng ${item.ref} (dòng ${item.source.lines[0]} của tệp) không có nội dung công việc. Hãy nhập hoặc bỏ dòng.`,
          `Row ${item.ref} (line ${item.source.lines[0]} of the file) says no work. Enter it or drop the row.`,
        ),
      );
    }
    const { timing } = item;
    const saysNothing =
      timing.windows.length === 0 && !timing.deadline && timing.recurrence.length === 0 && !timing.asNeeded;
    if (saysNothing && timing.text === null) {
      doubts.push(
        doubtBlank(
          item.ref,
          'timing',
          `Mục ${item.ref} không ghi thời gian thực hiện.`,
          `Row ${item.ref} states no time.`,
        ),
      );
    } else if (saysNothing) {
      doubts.push({
        code: 'AMBIGUOUS',
        ref: item.ref,
        field: 'timing',
        message: {
          vi: `Mục ${item.ref}: «${timing.text}» không cho mốc thời gian cụ thể; sẽ theo dõi như việc thường xuyên.`,
          en: `Row ${item.ref}: “${timing.text}” gives no date; it will be tracked as a standing duty.`,
        },
        choices: [{ value: null, words: { vi: 'Việc thường xuyên', en: 'Standing duty' } }],
        confidence: 0.6,
      });
    }
    return doubts;
  });
}

/** Anchors say page and sheet of the row that they point to. */
function placeAnchors(items: readonly ReadItem[], source: readonly SourceRow[]): void {
  for (const anchor of items.flatMap((item) => Object.values(item.anchors).flatMap((anchors) => anchors ?? []))) {
    const { page, sheet } = source[anchor.row] ?? {};
    if (page !== undefined) anchor.page = page;
    if (sheet !== undefined) anchor.sheet = sheet;
  }
}

/**
 * Reads an official plan into its responsibility table: items with refs, units, timing and targets, each value tied to its place
 * in the source, and every uncertainty as a doubt. Pure: no clock, no network, no file access; never throws for any bytes.
 * The format is recognised by content. Formats that must be waited for are left to `readPlanFile`.
 */
export function readPlan(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  const file = readBlocks(bytes);
  if (!file.ok) return file;
  return readPlanBlocks(file.blocks, file.doubts, bytes, options);
}

function readAmendmentBlocks(
  blocks: readonly Block[],
  fileDoubts: readonly Doubt[],
  bytes: Uint8Array,
  options: ReadOptions,
): ReadResult | null {
  const amendment = readAmendment(blocks, options.year ?? null);
  if (!amendment) return null;
  const { amends, changes, document, doubts, source } = amendment;
  return {
    ok: true,
    amendment: { amends, changes },
    reading: {
      file: options.fileName ?? null,
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      document,
      items: [],
      headings: [],
      calendar: [],
      units: [],
      doubts: [...fileDoubts, ...doubts],
      source,
    },
  };
}

/** What follows once a file is brought to blocks; the same for every format. */
export function readPlanBlocks(
  blocks: readonly Block[],
  fileDoubts: readonly Doubt[],
  bytes: Uint8Array,
  options: ReadOptions,
): ReadResult {
  const amendment = readAmendmentBlocks(blocks, fileDoubts, bytes, options);
  if (amendment) return amendment;
  const file = options.fileName ?? null;
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const grid = readGrid(blocks);
  if (!grid) {
    const tables = sortTables(blocks);
    const prose = readProse(
      blocks.filter((block) => !tables.isOther(block)),
      { year: options.year ?? null },
    );
    if (!prose) return { ok: false, code: 'NO_TABLE_FOUND', details: {} };
    placeAnchors(prose.items, prose.source);
    const doubts = [...fileDoubts, ...tables.doubts, ...prose.doubts];
    return { ok: true, amendment: null, reading: { ...prose, file, fileHash, doubts } };
  }
  const outlined = outlineRows(grid.rows);
  const groupDoubts = [...leadFromGroups(outlined), ...timeFromGroups(outlined)];
  const lists = splitLists(
    outlined.filter((row) => row.kind === 'item'),
    grid.columns,
  );
  const itemRows = lists.rows;
  if (itemRows.length === 0) return { ok: false, code: 'EMPTY_TABLE', details: { rows: grid.rows.length } };

  const facts = readDocumentFacts(grid.source, options.year ?? null);
  const { year } = facts.document;
  const asOf = facts.document.issuedOn ?? (year === null ? '2025-01-01' : `${year}-01-01`);
  const { items, doubts } = readItems(fillMergedCells(itemRows), {
    year,
    asOf,
    timingColumn: grid.timingColumn,
    sharedLeads: grid.sharedLeads,
    budgetHeader: grid.budgetHeader,
    timesInText: !grid.columns.has('timing'),
  });
  const handOffDoubts = linkHandOffs(items, asOf);
  const missing = doubtMissing(items, grid.columns);
  const tableSource = linkSource(grid, outlined, items);
  const around = readAround(grid, items, tableSource, year);
  const all = [...items, ...(around?.items ?? [])];
  const source = around?.source ?? tableSource;
  placeAnchors(all, source);
  return {
    ok: true,
    amendment: null,
    reading: {
      file,
      fileHash,
      document: { ...facts.document, signer: facts.document.signer ?? around?.signer ?? null },
      items: all,
      headings: [
        ...outlined.filter((row) => row.kind === 'heading').map(({ ref, title }) => ({ ref, title })),
        ...(around?.headings ?? []),
      ],
      calendar: listCampaigns(items, year),
      units: listUnits(all, facts.document.issuer, asOf),
      doubts: [
        ...fileDoubts,
        ...grid.doubts,
        ...facts.doubts,
        ...groupDoubts,
        ...lists.doubts,
        ...doubts,
        ...handOffDoubts,
        ...missing,
        ...(around?.doubts ?? []),
      ],
      ...around?.references,
      source,
    },
  };
}
