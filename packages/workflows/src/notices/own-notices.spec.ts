import { describe, expect, it } from '@jest/globals';
import { FlowDocument } from '@phancong/contracts';

import { compileDocument } from '../documents/compile-document.js';
import { describeAsDocument } from '../documents/describe-as-document.js';
import { verifyDocument } from '../documents/verify-document.js';
import { startFlow } from '../engine/start-flow.js';
import { flows, learnFlow } from '../flows/released-flows.js';
import { factsBetween, hoa, tuan } from '../testing/office.js';
import { noticeWords } from './notice-words.js';
import { ownVersionOf } from './own-notices.js';

const copy = FlowDocument.parse(describeAsDocument(flows.coordination).document);
const speaking = (vi: string, en = vi): FlowDocument => ({
  ...copy,
  notices: { ownAsked: { vi, en } },
  startTells: [{ to: 'to', notice: 'ownAsked' }],
});
const parse = (vi: string) => FlowDocument.safeParse(speaking(vi)).success;

describe('A notice in the words of an office', () => {
  it('is said by the version that wrote it, with the unit, the work and the deadline in their places', () => {
    const document = speaking('Phòng Tuyên truyền: {by} nhờ giúp «{title}»[ trước {dueOn}].');
    expect(verifyDocument(document)).toEqual([]);
    const flow = compileDocument(document, 1007);
    learnFlow(flow);
    const born = startFlow(flow, { facts: factsBetween(hoa, tuan), input: {}, today: '2025-05-20', actor: null });
    const [told] = born.ok ? born.effects : [];
    if (told?.type !== 'notify') throw new Error('Nobody is told.');
    expect(ownVersionOf(told.template)).toEqual({ flow: 'coordination', version: 1007, key: 'ownAsked' });
    const params = { title: 'Tọa đàm', byUnitName: 'Bắc Giang' };
    expect(noticeWords(told.template, { ...params, dueOn: '2025-05-30' }).vi).toBe(
      'Phòng Tuyên truyền: Bắc Giang nhờ giúp «Tọa đàm» trước 30/05/2025.',
    );
    expect(noticeWords(told.template, params).vi).toBe('Phòng Tuyên truyền: Bắc Giang nhờ giúp «Tọa đàm».');
  });

  it('is told in general words where its version is unknown, never as nothing', () => {
    const told = noticeWords('own_coordination_1999_ownAsked', { title: 'Tọa đàm', byUnitName: 'Bắc Giang' });
    expect(told.vi).toBe('Bắc Giang đã chuyển việc «Tọa đàm» đến đơn vị.');
  });

  it.each(['{by} và {person}', '{title', 'nhờ <b>giúp</b>', '[trước {dueOn}', ''])('is refused as «%s»', (sentence) => {
    expect(parse(sentence)).toBe(false);
  });

  it('takes no name of a notice of the product', () => {
    const document = { ...copy, notices: { taskAssigned: { vi: 'Khác', en: 'Other' } } };
    expect(verifyDocument(document).map(({ story }) => story.vi)).toEqual([
      'Tên «taskAssigned» là của mẫu thông báo có sẵn; hãy đặt tên khác.',
    ]);
  });
});
