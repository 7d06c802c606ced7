import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import type { AmendmentChange, TableItem } from '@phancong/contracts';
import fc from 'fast-check';

import { readPlan } from '../read-plan.js';
import { applyChanges } from './apply-changes.js';
import { diffTables } from './diff-tables.js';
import { findRefs } from './find-refs.js';

const fixtures = join(__dirname, '../../../../fixtures');

function read(words: string | Buffer) {
  const result = readPlan(typeof words === 'string' ? new TextEncoder().encode(words) : words);
  if (!result.ok) throw new Error(result.code);
  return result;
}

const readFixture = (name: string) => read(readFileSync(join(fixtures, name)));

function changesOf(result: ReturnType<typeof read>): AmendmentChange[] {
  if (!result.amendment) throw new Error('not taken for an amendment');
  return result.amendment.changes;
}

const short = ({ op, ref, field, from, to }: AmendmentChange) => ({ op, ref, field, from, to });

/** Orders inside a decision of the usual form. */
const decide = (...orders: string[]) =>
  read(
    [
      'Số: 77/QĐ-BYT',
      'QUYẾT ĐỊNH',
      'Về việc sửa đổi, bổ sung một số nội dung của Kế hoạch số 12/KH-BYT ngày 05/01/2026',
      'Điều 1. Sửa đổi, bổ sung một số nội dung của Kế hoạch số 12/KH-BYT như sau:',
      ...orders,
      'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    ].join('\n'),
  );

describe('reading a decision that changes a plan', () => {
  it('knows which plan it changes, and its own number and day', () => {
    const { reading, amendment } = readFixture('amendments/decision-on-2025-table.txt');
    expect(amendment?.amends).toMatchObject({ number: '529/KH-BHXH', issuedOn: '2025-04-21' });
    expect(reading.document).toMatchObject({ number: '1245/QĐ-BHXH', issuedOn: '2025-06-12', year: 2025 });
  });

  it('reads every order of the decision on the table of 2025', () => {
    const result = readFixture('amendments/decision-on-2025-table.txt');
    expect(result.reading.doubts).toEqual([]);
    const phrase = { op: 'change', field: null, from: 'BHXH huyện', to: 'BHXH cơ sở' };
    const change = (ref: string, field: string, to: unknown, from: unknown = null) => ({
      op: 'change',
      ref,
      field,
      from,
      to,
    });
    expect(
      changesOf(result)
        .filter(({ op }) => op !== 'add')
        .map(short),
    ).toEqual([
      change('I.1.1', 'timing', 'Quý III', 'Quý II'),
      change('I.2.3', 'leads', ['Trung tâm Công nghệ thông tin và Chuyển đổi số'], ['Trung tâm CNTT']),
      change('I.6', 'coordinators', ['Văn phòng']),
      change('I.2.2.a', 'title', 'Hội nghị truyền thông trực tuyến, livestream'),
      change('I.2.2.a', 'timing', 'Quý III-IV'),
      change('I.2.2.a', 'leads', ['BHXH tỉnh']),
      change('I.2.2.a', 'coordinators', ['Trung tâm Truyền thông', 'Các đơn vị liên quan']),
      change('II.2.a', 'timing', 'tháng 7 và tháng 10-12'),
      change('II.2.a', 'unitOfMeasure', 'Chiến dịch'),
      { ...phrase, ref: 'I.2.1.b' },
      { ...phrase, ref: 'I.2.2.b' },
      { ...phrase, ref: 'I.2.2.c' },
      { op: 'delete', ref: 'I.5.3', field: null, from: null, to: null },
      { op: 'delete', ref: 'I.3.4', field: null, from: null, to: null },
    ]);
    const [added] = changesOf(result).filter(({ op }) => op === 'add');
    expect(added).toMatchObject({
      ref: 'I.7',
      after: 'I.6',
      clause: 'Điều 1 khoản 6',
      to: {
        title: 'Tổ chức cuộc thi trực tuyến tìm hiểu Luật Bảo hiểm xã hội năm 2024',
        leads: ['Trung tâm Truyền thông'],
        coordinators: ['BHXH tỉnh'],
        unitOfMeasure: 'Cuộc thi',
        timing: { windows: [{ start: '2025-10-01', end: '2025-12-31' }] },
      },
    });
  });

  it('ties each change to the very words that order it', () => {
    const { reading, amendment } = readFixture('amendments/decision-on-2025-table.txt');
    const [first] = amendment?.changes ?? [];
    const words = first?.anchors.map(({ row, cell, start, end }) =>
      reading.source[row]?.cells[cell]?.slice(start, end),
    );
    expect(words).toEqual(['Quý II” thành “Quý III']);
  });

  it('puts the decision into the table of 2025 and tells the differences by meaning', () => {
    const base = readFixture('plan-2025-table.txt').reading.items;
    const changes = changesOf(readFixture('amendments/decision-on-2025-table.txt'));
    const context = { year: 2025, asOf: '2025-06-12' };
    const { table, doubts } = applyChanges(base, changes, context);
    expect(doubts.map(({ ref }) => ref)).toEqual([]);
    const found = diffTables(base, table, context).map((one) => `${one.kind} ${one.ref}`);
    expect(found).toEqual([
      'dropped I.3.4',
      'dropped I.5.3',
      'retimed I.1.1',
      'reassigned I.2.1.b',
      'reassigned I.2.2.a',
      'retimed I.2.2.a',
      'reworded I.2.2.a',
      'reassigned I.2.2.b',
      'reassigned I.2.2.c',
      'reassigned I.2.3',
      'reassigned I.6',
      'retimed II.2.a',
      'reworded II.2.a',
      'added I.7',
    ]);
    expect(table.map(({ ref }) => ref).slice(-5)).toEqual(['I.6', 'I.7', 'II.1', 'II.2', 'II.2.a']);
  });

  it('reads a letter of another office, and doubts the order that it does not understand', () => {
    const result = readFixture('amendments/letter-on-vaccination-plan.txt');
    expect(changesOf(result).map(({ op, ref, field }) => [op, ref, field])).toEqual([
      ['change', '3', 'timing'],
      ['change', '5', 'leads'],
      ['change', '6', 'timing'],
      ['delete', '8', null],
      ['delete', '9', null],
      ['add', '12', null],
    ]);
    expect(result.reading.doubts).toHaveLength(1);
    expect(result.reading.doubts[0]?.message.vi).toContain('khoản 6');
  });

  it('reads rows of a table inside an article', () => {
    const changes = changesOf(readFixture('amendments/decision-with-table.html'));
    expect(changes.filter(({ field }) => field === 'timing').map(short)).toEqual([
      { op: 'change', ref: '2', field: 'timing', from: null, to: 'Quý III' },
      { op: 'change', ref: '4', field: 'timing', from: null, to: 'Trước ngày 30/9/2026' },
    ]);
    expect(changes.at(-1)).toMatchObject({ op: 'delete', ref: '7', clause: 'Điều 2' });
  });

  it('reads clauses and points of a plan in prose', () => {
    const changes = changesOf(readFixture('amendments/decision-on-prose-plan.txt'));
    expect(changes.map(({ op, ref, field, how }) => `${op} ${ref} ${field ?? how}`)).toEqual([
      'change III.1 phrase',
      'change III.2 phrase',
      'change III.13 phrase',
      'change III.4.c text',
      'change III.5 text',
      'add III.1.h replace',
      'delete III.6.b replace',
      'delete III.9 replace',
    ]);
  });

  it.each([
    [
      'Điều chỉnh tiến độ thực hiện mục I.2.1 đến hết ngày 30/9/2026.',
      ['I.2.1', 'timing', null, 'đến hết ngày 30/9/2026'],
    ],
    ['Lùi thời hạn hoàn thành nhiệm vụ số 5 mục II đến 30/11/2026.', ['II.5', 'timing', null, 'đến 30/11/2026']],
    [
      'Giao Văn phòng Bộ chủ trì thực hiện mục I.6 thay Cục Quản lý Khám, chữa bệnh.',
      ['I.6', 'leads', ['Cục Quản lý Khám, chữa bệnh'], ['Văn phòng Bộ']],
    ],
    ['Mục I.4: sửa “02 lượt” thành “03 lượt”.', ['I.4', null, '02 lượt', '03 lượt']],
    ['Bỏ nội dung “và các đơn vị liên quan” tại mục I.5.', ['I.5', null, 'và các đơn vị liên quan', '']],
    [
      'Thay thế “Cục Y tế dự phòng” bằng “Cục Phòng bệnh” tại toàn bộ Kế hoạch.',
      [null, null, 'Cục Y tế dự phòng', 'Cục Phòng bệnh'],
    ],
    [
      'Không giao “Viện Dinh dưỡng” là đơn vị phối hợp tại mục II.1.',
      ['II.1', 'coordinators', ['Viện Dinh dưỡng'], null],
    ],
    ['Mục II.3 được sửa đổi như sau:\nThời gian thực hiện: Quý IV/2026.', ['II.3', 'timing', null, 'Quý IV/2026']],
  ])('reads «%s»', (order, [ref, field, from, to]) => {
    const result = decide(`1. ${order}`);
    expect(changesOf(result).map(short)).toEqual([{ op: 'change', ref, field, from, to }]);
    expect(result.reading.doubts).toEqual([]);
  });

  it('gives orders below a heading the part that the heading names', () => {
    const result = decide(
      '1. Tại mục III:',
      'a) Khoản 1: bổ sung Bộ Tài chính vào các đơn vị phối hợp;',
      'b) Khoản 2: thời gian hoàn thành từ Quý II chuyển sang Quý III;',
      'c) Bãi bỏ khoản 4.',
    );
    expect(changesOf(result).map(({ op, ref, field }) => [op, ref, field])).toEqual([
      ['change', 'III.1', 'coordinators'],
      ['change', 'III.2', 'timing'],
      ['delete', 'III.4', null],
    ]);
  });

  it('takes no plan about an amended law for an amendment', () => {
    const plan = 'KẾ HOẠCH\nTuyên truyền Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế\nĐiều 1. Mục đích\n';
    expect(readPlan(new TextEncoder().encode(plan))).not.toHaveProperty('amendment.changes');
  });

  it('doubts rows and words that the table in force does not have', () => {
    const base = readFixture('plan-2025-table.txt').reading.items as TableItem[];
    const changes = changesOf(
      decide(
        '1. Sửa đổi thời gian thực hiện tại mục I.9.9 thành “Quý III”.',
        '2. Thay thế cụm từ “không có ở đâu” bằng cụm từ “gì đó” tại mục I.6.',
        '3. Sửa đổi thời gian thực hiện tại mục I.1.1 từ “Quý IV” thành “Quý III”.',
      ),
    );
    const { table, doubts } = applyChanges(base, changes, { year: 2025, asOf: '2025-06-12' });
    expect(doubts.map(({ message }) => message.vi.split(':')[0])).toEqual([
      'Điều 1 khoản 1',
      'Điều 1 khoản 2',
      'Điều 1 khoản 3',
    ]);
    expect(diffTables(base, table, { asOf: '2025-06-12' }).map(({ kind, ref }) => [kind, ref])).toEqual([
      ['retimed', 'I.1.1'],
    ]);
  });

  it('never throws, and loses no order in silence', () => {
    const verbs = ['Sửa đổi', 'Bãi bỏ', 'Bổ sung', 'Thay thế cụm từ', 'Điều chỉnh thời gian', 'Giao'];
    const tails = ['mục I.1', '“A” bằng “B”', 'như sau:', 'khoản 2 mục III', '“', 'đơn vị chủ trì', 'Quý III', ''];
    const order = fc
      .tuple(fc.constantFrom(...verbs), fc.array(fc.constantFrom(...tails), { maxLength: 5 }))
      .map(([verb, rest]) => [verb, ...rest].join(' '));
    fc.assert(
      fc.property(order, (words) => {
        const { reading, amendment } = decide(`1. ${words}.`);
        expect((amendment?.changes.length ?? 0) + reading.doubts.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('rows that an order names', () => {
  it.each([
    ['mục I.1.2', ['I.1.2']],
    ['điểm b khoản 2.2 mục I', ['I.2.2.b']],
    ['Mục III, khoản 4, điểm c', ['III.4.c']],
    ['các mục I.3.4, I.5.3 và II.1', ['I.3.4', 'I.5.3', 'II.1']],
    ['điểm b khoản 6 và khoản 9 Mục III', ['III.6.b', 'III.9']],
    ['điểm a, b khoản 2 mục I', ['I.2.a', 'I.2.b']],
    ['số thứ tự 2.3 phần I', ['I.2.3']],
    ['khoản 2 Điều 11 Luật Bảo hiểm xã hội', []],
    ['Kế hoạch số 529/KH-BHXH', []],
  ])('%s', (words, refs) => {
    expect(findRefs(words).flatMap((found) => found.refs)).toEqual(refs);
  });
});
