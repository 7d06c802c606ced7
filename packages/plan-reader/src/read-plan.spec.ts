import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { PlanReading } from '@phancong/contracts';

import { readPlan } from './read-plan.js';
import { scoreReading } from './scoring/score-reading.js';
import type { ExpectedReading } from './scoring/score-reading.js';

const fixture = (name: string) => readFileSync(join(__dirname, '../../../fixtures', name));
const expected = JSON.parse(fixture('plan-2025-table.reading.json').toString('utf8')) as ExpectedReading &
  Pick<PlanReading, 'document' | 'headings' | 'calendar'>;

function readTable2025(): PlanReading {
  const result = readPlan(fixture('plan-2025-table.txt'), { fileName: 'plan-2025-table.txt' });
  if (!result.ok) throw new Error(result.code);
  return result.reading;
}

const reading = readTable2025();
const itemAt = (ref: string) => {
  const item = reading.items.find((candidate) => candidate.ref === ref);
  if (!item) throw new Error(`no item ${ref}`);
  return item;
};

describe('The responsibility table of 2025', () => {
  const score = scoreReading(reading, expected);

  it('is read without a difference in any scored field', () => {
    expect(score.misses).toEqual([]);
  });

  it('reaches the goals for items, units, timing and targets', () => {
    expect(score.items).toEqual({ precision: 1, recall: 1 });
    expect(score.leads).toBe(1);
    expect(score.coordinators).toBeGreaterThanOrEqual(0.97);
    expect(score.timing).toBeGreaterThanOrEqual(0.97);
    expect(score.targets).toBe(1);
  });

  it('gives the document facts, headings and campaign waves of the annex', () => {
    expect(reading.document).toEqual(expected.document);
    expect(reading.headings).toEqual(expected.headings);
    expect(reading.calendar).toEqual(expected.calendar);
  });

  it('keeps to the shape that crosses the border of the package', () => {
    expect(PlanReading.parse(reading)).toEqual(reading);
  });

  it('ties every anchor to words that stand in the source', () => {
    for (const item of reading.items) {
      for (const anchor of Object.values(item.anchors).flatMap((anchors) => anchors ?? [])) {
        const row = reading.source[anchor.row];
        expect(row?.line).toBe(anchor.line);
        expect(anchor.end).toBeGreaterThan(anchor.start);
        expect(anchor.end).toBeLessThanOrEqual(row?.cells[anchor.cell]?.length ?? 0);
      }
    }
  });

  it('marks the very words of a lead, a target and an inherited time', () => {
    const wordsAt = (ref: string, field: 'leads' | 'targets' | 'timing') =>
      (itemAt(ref).anchors[field] ?? []).map(({ row, cell, start, end }) =>
        reading.source[row]?.cells[cell]?.slice(start, end),
      );
    expect(wordsAt('I.2.2.c', 'leads')).toEqual(['Trung tâm Dịch vụ hỗ trợ, chăm sóc khách hàng', 'BHXH tỉnh']);
    expect(wordsAt('I.1.2', 'targets')).toEqual([
      'từ 10-12 cuộc/tỉnh/năm',
      'khoảng 15-20% số xã, phường, thị trấn trong năm',
      '01-03 Hội nghị/tổ chức hội, đoàn thể/tỉnh/năm',
    ]);
    expect(itemAt('I.3.4').anchors.timing?.[0]?.line).toBe(33);
    expect(wordsAt('II.2.a', 'timing')).toEqual(['tháng 5; tháng 7 và giai đoạn nước rút tháng 10-12']);
  });

  it('says of each source row what became of it', () => {
    const kindAt = (line: number) => reading.source.find((row) => row.line === line)?.kind;
    expect([8, 17, 55].map(kindAt)).toEqual(['header', 'header', 'header']);
    expect([9, 24, 56].map(kindAt)).toEqual(['heading', 'heading', 'heading']);
    expect([14, 15].map(kindAt)).toEqual(['continuation', 'noise']);
    expect(reading.source.find((row) => row.line === 58)?.refs).toEqual(['II.2', 'II.2.a']);
  });

  it('leaves no inherited or inferred field without a doubt', () => {
    for (const item of reading.items.filter(({ parentRef }) => parentRef === null)) {
      for (const field of item.inferred) {
        expect(reading.doubts).toContainEqual(expect.objectContaining({ ref: item.ref, field }));
      }
    }
  });

  it('asks whether II.1, which states no lead, shares the cell below', () => {
    expect(reading.doubts).toContainEqual(expect.objectContaining({ code: 'AMBIGUOUS', ref: 'II.1', field: 'leads' }));
  });

  it('asks for the blank unit of measure of I.6 and for number and date of the annex', () => {
    const blanks = reading.doubts.filter(({ code }) => code === 'BLANK_FIELD').map(({ ref, field }) => [ref, field]);
    expect(blanks).toEqual([
      [null, 'number'],
      [null, 'issuedOn'],
      ['I.6', 'unitOfMeasure'],
    ]);
  });

  it('does not call the cell of II.2 blank, whose only paragraph became II.2.a', () => {
    expect(reading.doubts).toContainEqual(expect.objectContaining({ code: 'INFERRED', ref: 'II.2', field: 'text' }));
  });

  it('speaks every doubt in both languages', () => {
    for (const { message } of reading.doubts) {
      expect(message.vi).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i);
      expect(message.en.length).toBeGreaterThan(10);
    }
  });
});

describe('A year that a person knows better', () => {
  it('moves every window', () => {
    const result = readPlan(fixture('plan-2025-table.txt'), { year: 2024 });
    expect(result.ok && result.reading.items[0]?.timing.windows).toEqual([{ start: '2024-04-01', end: '2024-06-30' }]);
  });
});
