import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanImported, PlanReview, ReviewDoubt } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const header = 'TT\tNội dung\tĐơn vị tính\tThời gian thực hiện\tĐơn vị chủ trì\tĐơn vị phối hợp\tCông việc thực hiện\n';
const tableOf = (lead: string, note: string) =>
  `${header}1\tHội nghị ${note}\tHội nghị\tQuý I-IV\t${lead}\tCác đơn vị liên quan\tTổ chức hội nghị\n`;

describe('a name that a person settled', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'remembered names' });
  }, 60_000);
  afterAll(() => api.close());

  const upload = async (username: string, text: string): Promise<PlanReview> => {
    const client = await api.as(username);
    const imported = await client.upload<PlanImported>('/plans/import', { name: 'bang.txt', bytes: text });
    expect(imported.status).toBe(201);
    const { body } = await client.get<PlanReview>(`/plans/${imported.body.planId}/review`);
    expect(body.doubts.filter((doubt) => doubt.settledAt === null)).toHaveLength(imported.body.doubts);
    return body;
  };
  const ofCode = (review: PlanReview, code: string) => review.doubts.find((doubt) => doubt.code === code);
  const settle = async (review: PlanReview, doubt: ReviewDoubt | undefined, unitIds: string[]) => {
    const answer = { answer: { kind: 'units', unitIds } };
    const done = await (await api.as('ttt')).post(`/plans/${review.plan.id}/doubts/${doubt?.id}/settle`, answer);
    expect(done.status).toBe(200);
  };

  it('is asked the first time', async () => {
    const first = await upload('ttt', tableOf('Chương trình Sóng - Xanh', 'một'));
    expect(ofCode(first, 'UNKNOWN_UNIT')).toMatchObject({ settledAt: null });
    await settle(first, ofCode(first, 'UNKNOWN_UNIT'), ['tcbhxh']);
    await settle(first, ofCode(first, 'UNNAMED_UNIT'), ['ttcntt']);
  });

  it('is known the next time, with who settled it, however its dashes and capitals are written', async () => {
    const second = await upload('ttt', tableOf('CHƯƠNG TRÌNH Sóng Xanh', 'hai'));
    expect(ofCode(second, 'UNKNOWN_UNIT')).toMatchObject({
      settledAt: expect.any(String),
      settledBy: 'Nguyễn Thu Hà',
      settledValue: ['tcbhxh'],
    });
  });

  it('is asked again of "các đơn vị liên quan", which are others in each plan', async () => {
    const third = await upload('ttt', tableOf('Chương trình Sóng - Xanh', 'ba'));
    expect(ofCode(third, 'UNNAMED_UNIT')).toMatchObject({ settledAt: null });
  });

  it('is not known to another unit', async () => {
    const other = await upload('cntt', tableOf('Chương trình Sóng - Xanh', 'bốn'));
    expect(ofCode(other, 'UNKNOWN_UNIT')).toMatchObject({ settledAt: null });
  });

  it('is asked again when the unit is no more and nobody took it over', async () => {
    await api.setToday('2025-03-02');
    const late = await upload('ttt', tableOf('Chương trình Sóng - Xanh', 'năm'));
    expect(ofCode(late, 'UNKNOWN_UNIT')).toMatchObject({ settledAt: null });
  });
});
