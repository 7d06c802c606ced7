import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { PlanReading } from '@phancong/contracts';

import { readPlanFile } from './read-plan-file.js';
import { reportDocument } from './testing/report-document.js';
import type { DocumentReport, RightReading } from './testing/report-document.js';

const fixtures = join(__dirname, '../fixtures');
const parse = (name: string): unknown => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));
const plans = ['documents', 'layouts'].flatMap((folder) =>
  readdirSync(join(fixtures, folder))
    .filter((name) => name.endsWith('.right.json'))
    .map((name) => `${folder}/${name.replace('.right.json', '')}`),
);

/** `UPDATE_READING_REPORTS=1 npx jest test-documents` writes the reports anew; the change then shows in the commit. */
const isUpdate = process.env['UPDATE_READING_REPORTS'] === '1';

async function readDocument(file: string): Promise<PlanReading> {
  const result = await readPlanFile(new Uint8Array(readFileSync(join(fixtures, file))), { fileName: file });
  if (!result.ok) throw new Error(`${file}: ${result.code}`);
  return result.reading;
}

describe.each(plans)('The test document %s', (plan) => {
  const right = parse(`${plan}.right.json`) as RightReading;
  let reading: PlanReading;
  let report: DocumentReport;
  beforeAll(async () => {
    reading = await readDocument(join(dirname(plan), right.file));
    report = reportDocument(reading, right);
    if (isUpdate) writeFileSync(join(fixtures, `${plan}.report.json`), `${JSON.stringify(report, null, 2)}\n`);
  }, 60_000);

  it('is read as its kept report says, no worse and no better', () => {
    expect(report).toEqual(parse(`${plan}.report.json`));
  });

  it('loses no row without a doubt', () => {
    expect(report.lost ?? []).toEqual([]);
  });

  it('ties each lead to the very words of the file', () => {
    for (const item of reading.items.filter(({ inferred }) => !inferred.includes('leads'))) {
      const words = (item.anchors.leads ?? []).map(({ row, cell, start, end }) =>
        reading.source[row]?.cells[cell]?.slice(start, end).toLowerCase(),
      );
      expect(words).toEqual(item.leads.map((lead) => lead.toLowerCase()));
    }
    expect(PlanReading.parse(reading)).toEqual(reading);
  });
});
