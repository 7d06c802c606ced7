import { describe, expect, it } from '@jest/globals';

import { begin, lan, tuan } from '../testing/office.js';
import { replayHistory, type HistoryLine } from './replay-history.js';

/** A coordination that was asked, acknowledged and answered, with its history as the tables keep it. */
function answered() {
  const work = begin('coordination', { from: tuan, to: lan, on: '2025-05-05', input: {} });
  const line = (version: number, more: Partial<HistoryLine>): HistoryLine => ({
    version,
    onDay: '2025-05-05',
    personId: null,
    unitId: null,
    post: null,
    onBehalfOfId: null,
    event: 'start',
    payload: {},
    toState: 'requested',
    ...more,
  });
  const lanDid = { personId: lan.name, unitId: lan.unitId, post: lan.post };
  work.today = '2025-05-08';
  work.by('system', 'remind');
  work.today = '2025-05-09';
  work.by(lan, 'acknowledge');
  work.by(lan, 'contribute', { note: 'Đã có bài' });
  const history = [
    line(0, {}),
    line(1, { event: 'remind', onDay: '2025-05-08' }),
    line(2, { ...lanDid, event: 'acknowledge', onDay: '2025-05-09', toState: 'acknowledged' }),
    line(3, {
      ...lanDid,
      event: 'contribute',
      onDay: '2025-05-09',
      payload: { note: 'Đã có bài' },
      toState: 'contributed',
    }),
  ];
  const { facts } = work;
  return { work, ground: { flow: 'coordination' as const, machineVersion: 1, facts, history } };
}

describe('Playing a history again', () => {
  it('gives the snapshot that the work had', () => {
    const { work, ground } = answered();
    expect(replayHistory(ground)).toMatchObject({ ok: true, snapshot: work.snapshot, doneOn: '2025-05-09' });
  });

  it('goes on where an amendment, a reorganisation or a repair stands in it', () => {
    const { work, ground } = answered();
    const beside = (event: string, payload: Record<string, unknown>): HistoryLine => ({
      ...ground.history[0]!,
      event,
      payload,
      toState: 'contributed',
    });
    const passedOn = { fromBefore: tuan.unitId, fromAfter: tuan.unitId, toBefore: lan.unitId, toAfter: 'successor' };
    const history = [
      ...ground.history,
      { ...beside('amended', { cause: 'Quyết định' }), version: 4 },
      { ...beside('reorganised', passedOn), version: 5 },
      { ...beside('repaired', {}), version: 6 },
    ];
    expect(replayHistory({ ...ground, history })).toMatchObject({ ok: true, snapshot: work.snapshot });
  });

  it.each([
    ['has a gap', (lines: HistoryLine[]) => lines.filter(({ version }) => version !== 2), 'thiếu dòng số 2'],
    ['has no birth', (lines: HistoryLine[]) => lines.slice(1), 'không có dòng khởi tạo'],
    [
      'says another state than the machine gives',
      (lines: HistoryLine[]) => lines.with(2, { ...lines[2]!, toState: 'declined' }),
      'ghi «Từ chối phối hợp»',
    ],
    [
      'was moved by an event out of order',
      (lines: HistoryLine[]) => lines.with(1, { ...lines[1]!, event: 'confirm' }),
      'Xác nhận',
    ],
  ])('is refused where it %s', (_, change, why) => {
    const { ground } = answered();
    expect(replayHistory({ ...ground, history: change([...ground.history]) })).toMatchObject({
      ok: false,
      why: { vi: expect.stringContaining(why) },
    });
  });
});
