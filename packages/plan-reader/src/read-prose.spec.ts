import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { PlanReading } from '@phancong/contracts';
import fc from 'fast-check';

import { readPlan } from './read-plan.js';
import { reportReading } from './scoring/report-reading.js';
import type { ReadingReport } from './scoring/report-reading.js';
import type { ExpectedReading } from './scoring/score-reading.js';

const folder = join(__dirname, '../../../fixtures');
const load = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const reports = load('reading-reports.json') as Record<string, ReadingReport>;
const plans = (readdirSync(folder, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.reading.json'))
  .map((name) => name.replace('.reading.json', '.txt'));

function readFixture(plan: string): PlanReading {
  const result = readPlan(readFileSync(join(folder, plan)), { fileName: plan });
  if (!result.ok) throw new Error(`${plan}: ${result.code}`);
  return result.reading;
}

function readText(text: string): PlanReading {
  const result = readPlan(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.code);
  return result.reading;
}

describe.each(plans)('%s', (plan) => {
  const reading = readFixture(plan);
  const report = reportReading(reading, load(plan.replace('.txt', '.reading.json')) as ExpectedReading);
  const kept = reports[plan];

  it('is read no worse than its report says', () => {
    expect(report.missed.filter((miss) => !kept?.missed.includes(miss))).toEqual([]);
    for (const [field, share] of Object.entries(kept?.found ?? { itemRecall: 1 }))
      expect([field, report.found[field as keyof ReadingReport['found']]]).toEqual([field, share]);
  });

  it('reaches the goals for items, units, timing and targets', () => {
    const { itemPrecision, itemRecall, leads, coordinators, timing, targets } = report.found;
    for (const share of [itemPrecision, itemRecall, leads]) expect(share).toBeGreaterThanOrEqual(0.98);
    for (const share of [coordinators, targets]) expect(share).toBeGreaterThanOrEqual(0.95);
    expect(timing).toBeGreaterThanOrEqual(0.97);
  });

  it('keeps to the shape that crosses the border of the package', () => {
    expect(PlanReading.parse(reading)).toEqual(reading);
  });

  it('ties every anchor to words that stand in the source', () => {
    for (const item of reading.items)
      for (const anchor of Object.values(item.anchors).flatMap((anchors) => anchors ?? [])) {
        const row = reading.source[anchor.row];
        expect(row?.line).toBe(anchor.line);
        expect(anchor.end).toBeGreaterThan(anchor.start);
        expect(anchor.end).toBeLessThanOrEqual(row?.cells[anchor.cell]?.length ?? 0);
      }
  });
});

describe('The plan of 2023', () => {
  const reading = readFixture('plan-2023.txt');
  const itemAt = (ref: string) => reading.items.find((item) => item.ref === ref);
  const wordsAt = (ref: string, field: 'leads' | 'coordinators' | 'timing') =>
    (itemAt(ref)?.anchors[field] ?? []).map(({ row, start, end }) => reading.source[row]?.cells[0]?.slice(start, end));

  it('has its number and day from the annex, its signer and its addressees', () => {
    expect(reading.document).toMatchObject({
      title: 'Kế hoạch Công tác thông tin, truyền thông năm 2023',
      number: '4057/KH-BHXH',
      issuedOn: '2022-12-30',
      issuer: 'BHXH Việt Nam',
      year: 2023,
      signer: 'Đào Việt Ánh',
    });
    expect(reading.document.recipients).toHaveLength(7);
  });

  it('heals the wraps of the scan', () => {
    expect(itemAt('VII.4.2')?.text).toContain('ứng dụng VssID-BHXH số');
    expect(itemAt('VII.7.5')?.text).toContain('theo Điều 11 Luật Tiếp cận thông tin');
    expect(itemAt('VII.7.5')?.text).toContain('báo cáo cấp có thẩm quyền và gửi về BHXH Việt Nam');
  });

  it('marks the heading as the place of a lead, and the very words of partners and terms', () => {
    expect(wordsAt('VII.5', 'leads')).toEqual(['Vụ Tài chính - Kế toán']);
    expect(wordsAt('VII.6.3', 'coordinators')).toEqual(['Trung tâm Truyền thông', 'các đơn vị có liên quan']);
    expect(wordsAt('VII.7.1.a', 'timing')).toEqual(['trước ngày 15/01/2023']);
  });

  it('sends the plan of a province to the sector through its desk', () => {
    expect(itemAt('VII.7.1.a')?.handsOffTo).toEqual(['BHXH Việt Nam', 'Trung tâm Truyền thông']);
  });

  it('tells in a doubt what it left out of parts about forms', () => {
    const told = reading.doubts.filter(
      ({ code, message }) => code === 'AMBIGUOUS' && /chưa lập thành việc/u.test(message.vi),
    );
    expect(told.map(({ message }) => /Mục ([\w.]+)/u.exec(message.vi)?.[1])).toEqual(
      expect.arrayContaining(['IV.1.5', 'IV.1.6', 'IV.1.7', 'IV.1.8']),
    );
  });

  it('names the acts that it carries out, its money, and the papers that are not in the file', () => {
    expect(reading.legalBasis).toEqual([
      'Nghị quyết số 28-NQ/TW',
      'Nghị quyết số 20-NQ/TW',
      'Quyết định số 294/QĐ-LĐTBXH ngày 03/3/2021 của Bộ Lao động - Thương binh và Xã hội',
      'Nghị quyết số 96/NQ-BCS ngày 24/8/2017 của Ban Cán sự Đảng BHXH Việt Nam',
    ]);
    expect(reading.funding?.map(({ ref }) => ref)).toEqual(['VI']);
    expect(reading.missingAttachments).toEqual(expect.arrayContaining(['Phụ lục II', 'Khung kịch bản đính kèm']));
    expect(reading.missingAttachments).not.toContain('Phụ lục I');
    expect(reading.doubts).toContainEqual(expect.objectContaining({ code: 'MISSING_ATTACHMENT' }));
  });

  it('lists the occasions of the year', () => {
    expect(reading.calendar.map(({ start }) => start)).toEqual([
      '2023-02-03',
      '2023-02-16',
      '2023-05-01',
      '2023-07-01',
      '2023-08-01',
      '2023-10-10',
      '2023-11-09',
      '2023-10-01',
      // "Tháng vì người nghèo, Tháng hành động vì người cao tuổi"
      '2023-10-17',
      '2023-10-01',
    ]);
  });
});

describe('The plan of 2021', () => {
  const reading = readFixture('plan-2021.txt');

  it('has the theme and the message of the year, and tells which parts of another plan it counts on', () => {
    expect(reading.themes).toEqual([
      { ref: 'II.1', text: 'Bảo hiểm xã hội cho tất cả mọi người' },
      { ref: 'II.2', text: 'Tham gia bảo hiểm xã hội là đầu tư cho tương lai' },
    ]);
    expect(reading.items.find(({ ref }) => ref === 'closing')?.leads).toEqual([
      'Các đơn vị trực thuộc',
      'BHXH các tỉnh, thành phố',
    ]);
    expect(reading.missingAttachments).toEqual([
      'Mục III Kế hoạch số 4217/KH-BHXH ngày 29/12/2020',
      'Mục IV Kế hoạch số 4217/KH-BHXH ngày 29/12/2020',
    ]);
  });
});

describe('The plan of Hà Nội', () => {
  const reading = readFixture('plan-hanoi-2025.txt');

  it('puts "Mật trận Tổ quốc" right in the name of a unit and says so', () => {
    const item = reading.items.find(({ ref }) => ref === 'III.10.a');
    expect(item?.leads[0]).toBe('Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội');
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({ code: 'ODD_TEXT', field: 'leads', ref: 'III.10.a' }),
    );
  });

  it('knows the request to bodies that nobody there commands from an order', () => {
    const modes = new Map(reading.items.map(({ ref, mode }) => [ref, mode]));
    expect([modes.get('III.7'), modes.get('III.8'), modes.get('III.9.a'), modes.get('III.11.a')]).toEqual([
      undefined,
      'request',
      'request',
      undefined,
    ]);
  });

  it('speaks every doubt in both languages', () => {
    for (const { message } of reading.doubts) {
      expect(message.vi).toMatch(/[đĐăâêôơưáàảãạ]/u);
      expect(message.en.length).toBeGreaterThan(10);
    }
  });
});

describe('Prose that a careless reader would misread', () => {
  const plan = (body: string) =>
    readText(
      `KẾ HOẠCH\nPhát triển du lịch năm 2026\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. TỔ CHỨC THỰC HIỆN\n\n${body}\n`,
    );
  const rows = (reading: PlanReading) =>
    reading.items.map(({ ref, leads, coordinators }) => [ref, leads, coordinators]);

  it('a clause that names its own doer overrides the heading, and the next goes back to it', () => {
    const reading = plan(
      '1. Sở Du lịch\n\na) Xây dựng sản phẩm du lịch mới.\n\nb) Trung tâm Xúc tiến du lịch tổ chức hội chợ.\n\nc) Kiểm tra cơ sở lưu trú.',
    );
    expect(rows(reading)).toEqual([
      ['I.1.a', ['Sở Du lịch'], []],
      ['I.1.b', ['Trung tâm Xúc tiến du lịch'], []],
      ['I.1.c', ['Sở Du lịch'], []],
    ]);
  });

  it('whoever is directed does not coordinate; whoever is to be met does', () => {
    const reading = plan(
      '1. Sở Du lịch\n\na) Chỉ đạo, đôn đốc, hướng dẫn các khu du lịch niêm yết giá.\n\nb) Chủ trì, phối hợp với Công an tỉnh, Sở Y tế và các đơn vị liên quan kiểm tra an toàn thực phẩm.',
    );
    expect(rows(reading)).toEqual([
      ['I.1.a', ['Sở Du lịch'], []],
      ['I.1.b', ['Sở Du lịch'], ['Công an tỉnh', 'Sở Y tế', 'Các đơn vị liên quan']],
    ]);
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({ code: 'UNNAMED_UNIT', ref: 'I.1.b', field: 'coordinators' }),
    );
  });

  it('offices that take turns in one clause get a row each', () => {
    const reading = plan(
      '1. Sở Du lịch chủ trì lập danh mục dự án; Sở Tài chính thẩm định nguồn vốn trước ngày 30/6/2026.',
    );
    expect(rows(reading)).toEqual([
      ['I.1.a', ['Sở Du lịch'], []],
      ['I.1.b', ['Sở Tài chính'], []],
    ]);
    expect(reading.items.map(({ timing }) => timing.deadline?.lastDay ?? null)).toEqual([null, '2026-06-29']);
  });

  it('the day of a cited decision is no deadline', () => {
    const reading = plan(
      '1. Sở Du lịch\n\nTriển khai Quyết định số 147/QĐ-TTg ngày 22/01/2020 của Thủ tướng Chính phủ.',
    );
    expect(reading.items[0]?.timing).toMatchObject({ windows: [], deadline: null, recurrence: [], asNeeded: false });
  });

  it('pensions of every month make no monthly duty', () => {
    const reading = plan('1. Sở Du lịch\n\nVận động người hưởng lương hưu hằng tháng tham gia làm hướng dẫn viên.');
    expect(reading.items[0]?.timing.recurrence).toEqual([]);
  });

  it('two paragraphs of one number, one with a term, are two rows', () => {
    const reading = plan(
      '1. Các xã, phường\n\n1.1. Lập kế hoạch phát triển du lịch cộng đồng trước ngày 31/3/2026.\n\nBố trí kinh phí từ ngân sách xã để thực hiện.\n\n1.2. Báo cáo kết quả.',
    );
    expect(reading.items.map(({ ref }) => ref)).toEqual(['I.1.1.a', 'I.1.1.b', 'I.1.2']);
  });

  it('a work without lead is kept and asked about', () => {
    const reading = readText(
      'KẾ HOẠCH\nTrồng cây năm 2026\n\nI. NHIỆM VỤ\n\n1. Trồng 5.000 cây xanh tại các trường học.\n\n2. Tổ chức Tết trồng cây trong tháng 2.\n',
    );
    expect(reading.items.map(({ ref, leads }) => [ref, leads])).toEqual([
      ['I.1', []],
      ['I.2', []],
    ]);
    expect(reading.doubts.filter(({ code, field }) => code === 'BLANK_FIELD' && field === 'leads')).toHaveLength(2);
  });
});

describe('Any prose at all', () => {
  const piece = fc.constantFrom(
    'I. TỔ CHỨC THỰC HIỆN',
    '1. Sở Y tế',
    '1.1.',
    'a) Chủ trì, phối hợp với',
    '- ',
    'Đơn vị chủ trì:',
    'các sở, ban, ngành,',
    'trước ngày 31/2/2026',
    'hằng tháng',
    '100%',
    'tối thiểu 02 lượt/tuần',
    '(',
    ')',
    'Nơi nhận:',
    'PHỤ LỤC I',
    'Trên đây là',
    'TM. ỦY BAN',
    '',
    '\t',
    '**',
    '|',
  );

  it('gives a reading or a named refusal, and never the same ref twice', () => {
    const line = fc.array(fc.oneof(piece, fc.string()), { maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const result = readPlan(
          new TextEncoder().encode(`KẾ HOẠCH năm 2026\n\nI. NHIỆM VỤ\n\n1. Tổ chức hội nghị.\n${lines.join('\n')}`),
        );
        if (!result.ok) return;
        const refs = PlanReading.parse(result.reading).items.map(({ ref }) => ref);
        expect(new Set(refs).size).toBe(refs.length);
      }),
      { numRuns: 200 },
    );
  });

  it('of five hundred pages is read in bounded time', () => {
    const text = readFileSync(join(folder, 'plan-2023.txt'), 'utf8');
    const started = performance.now();
    const result = readPlan(new TextEncoder().encode(text.repeat(25)));
    expect(result.ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
