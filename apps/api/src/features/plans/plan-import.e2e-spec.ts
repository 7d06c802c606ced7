import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, PlanImported, PlanList, PlanPage, PlanReview } from '@phancong/contracts';

import { importSeedPlan } from '../../testing/plan-stories.js';
import { seedPlanFile } from '../../testing/read-seed-plan.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { readPlanApart } from './read-plan-apart.js';

const documents = join(__dirname, '../../../../../packages/plan-reader/fixtures/documents');
const header = 'TT\tNội dung\tĐơn vị tính\tThời gian thực hiện\tĐơn vị chủ trì\tĐơn vị phối hợp\tCông việc thực hiện\n';

describe('uploading a plan', () => {
  let api: TestApi;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan import' });
    ({ planId } = await importSeedPlan(await api.as('ttt')));
  }, 60_000);
  afterAll(() => api.close());

  const countPlans = async () => (await api.query<{ n: number }>('select count(*)::int as n from plan'))[0]?.n;

  it('gives a draft with the 22 rows and the doubts of the table of 2025', async () => {
    const client = await api.as('ttt');
    const { body: plan } = await client.get<PlanPage>(`/plans/${planId}`);
    expect(plan).toMatchObject({ state: 'draft', version: 0, year: 2025, itemCount: 22, ownerUnitId: 'ttt' });
    const { body: review } = await client.get<PlanReview>(`/plans/${planId}/review`);
    expect(review.items).toHaveLength(22);
    expect(review.doubts).toHaveLength(plan.openDoubts);
    expect(review.items.every((item) => item.edited.length === 0)).toBe(true);
    expect(review.source.length).toBeGreaterThan(40);
    expect(plan.moves.map((move) => move.event)).toContain('submitForReview');
  });

  it('keeps the plan from everybody who has no part in it', async () => {
    const { body: list } = await (await api.as('bacgiang')).get<PlanList>('/plans');
    expect(list.items).toEqual([]);
    for (const path of [`/plans/${planId}`, `/plans/${planId}/review`]) {
      expect((await (await api.as('bacgiang')).get(path)).status).toBe(404);
      expect((await (await api.as('cntt')).get(path)).status).toBe(404);
    }
    expect((await (await api.as('lanhdao')).get(`/plans/${planId}/review`)).status).toBe(200);
  });

  it('refuses the same file a second time and names the plan that exists', async () => {
    const answer = await (
      await api.as('ttt')
    ).upload<ErrorAnswer>('/plans/import', {
      name: 'tên khác.txt',
      bytes: await seedPlanFile.read(),
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'DUPLICATE_FILE', details: { planId } } });
    expect(await countPlans()).toBe(1);
  });

  it('takes one of two uploads of a new file at the same moment', async () => {
    const client = await api.as('ttt.giamdoc');
    const bytes = Buffer.concat([await seedPlanFile.read(), Buffer.from('\nhai lần\n')]);
    const answers = await Promise.all(
      [1, 2].map(() => client.upload<PlanImported | ErrorAnswer>('/plans/import', { name: 'hai.txt', bytes })),
    );
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(await countPlans()).toBe(2);
  });

  it.each([
    ['a file without content', '', 422, 'EMPTY_FILE'],
    ['a picture that is cut off', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 422, 'DAMAGED_FILE'],
    ['an archive cut off', Buffer.from('504b03040a00000000', 'hex'), 422, 'DAMAGED_FILE'],
    ['bytes without sense', Buffer.from('00ff00ff00ff', 'hex'), 415, 'UNKNOWN_FORMAT'],
    ['a letter', 'Kính gửi các đơn vị,\nĐề nghị báo cáo trước ngày 15/01.\n', 422, 'NO_TABLE_FOUND'],
    ['a table with a header alone', header, 422, 'EMPTY_TABLE'],
  ])('refuses %s by name and stores nothing', async (_, bytes, status, code) => {
    const before = await api.query('select count(*) from file');
    const answer = await (await api.as('ttt')).upload('/plans/import', { name: 'tệp.txt', bytes });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await api.query('select count(*) from file')).toEqual(before);
  });

  it.each([
    ['y-te.docx', 6],
    ['tong-dieu-tra.xlsx', 5],
    ['thue.pdf', 5],
    ['nong-nghiep.html', 5],
    ['van-hoa.csv', 5],
  ])('reads %s as the command does: %d rows, each with its place in the file', async (name, rows) => {
    const client = await api.as('ttt.giamdoc');
    const bytes = await readFile(join(documents, name));
    const answer = await client.upload<PlanImported>('/plans/import', { name, bytes });
    expect(answer).toMatchObject({ status: 201, body: { items: rows } });
    const { body: review } = await client.get<PlanReview>(`/plans/${answer.body.planId}/review`);
    const command = await readPlanApart(bytes, name);
    expect(review.items.map(({ ref, leads }) => [ref, leads])).toEqual(
      command.items.map(({ ref, leads }) => [ref, leads]),
    );
    expect(review.source).toEqual(command.source);
  });

  it('lets no provincial office issue a plan', async () => {
    const answer = await (
      await api.as('bacgiang.giamdoc')
    ).upload('/plans/import', {
      name: 'kế hoạch.txt',
      bytes: await seedPlanFile.read(),
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
  });

  it('lets another centre upload the same file as its own plan', async () => {
    expect((await importSeedPlan(await api.as('cntt'))).items).toBe(22);
  });

  it('lists plans page by page, newest first, and refuses forged positions', async () => {
    const client = await api.as('ttt');
    const made = [];
    for (const name of ['ba', 'bốn']) made.unshift((await importSeedPlan(client, `\nbản ${name}\n`)).planId);
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const { body }: { body: PlanList } = await client.get<PlanList>(`/plans?limit=2${next ? `&after=${next}` : ''}`);
      seen.push(...body.items.map((plan) => plan.id));
      next = body.next;
    } while (next);
    expect(seen.slice(0, 2)).toEqual(made);
    expect(seen.at(-1)).toBe(planId);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await client.get<PlanList>('/plans?working=true')).body.items).toEqual([]);
    expect((await client.get('/plans?after=x')).status).toBe(400);
  });
});
