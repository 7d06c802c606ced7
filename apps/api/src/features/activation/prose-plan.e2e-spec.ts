import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ActivationPreview, PlanImported, PlanReview } from '@phancong/contracts';

import { acceptAllDoubts, activatePlan, movePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

const fixture = (name: string) => fileURLToPath(new URL(`../../../../../fixtures/${name}`, import.meta.url));

async function importPlan(client: TestClient, name: string): Promise<PlanImported> {
  const { status, body } = await client.upload<PlanImported>('/plans/import', {
    name,
    bytes: await readFile(fixture(name)),
  });
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

jest.setTimeout(60_000);

describe('A plan in prose, from its file to work', () => {
  let api: TestApi;
  let officer: TestClient;
  let director: TestClient;
  beforeAll(async () => {
    api = await startTestApi({ name: 'prose-plan' });
    officer = await api.as('ttt');
    director = await api.as('ttt.giamdoc');
  }, 60_000);
  afterAll(() => api.close());

  const approve = async (planId: string) => {
    await acceptAllDoubts(officer, planId);
    expect((await movePlan(officer, planId, 'submitForReview')).status).toBeLessThan(300);
    expect((await movePlan(director, planId, 'approve')).status).toBeLessThan(300);
  };

  it('of the sector becomes tasks of the centre, of the central units and of every province', async () => {
    const { planId, items, doubts } = await importPlan(officer, 'plan-2021.txt');
    expect(items).toBe(21);
    expect(doubts).toBeGreaterThan(5);
    await approve(planId);
    const { body: preview } = await director.get<ActivationPreview>(
      `/plans/${planId}/activation-preview?registryDate=2021-04-01`,
    );
    expect(preview.obstacles).toEqual([]);
    const tasksOf = new Map(preview.perItem.map(({ ref, tasks }) => [ref, tasks]));
    expect(['IV.1.a', 'IV.2.b', 'IV.3.d', 'III.5'].map((ref) => tasksOf.get(ref))).toEqual([1, 21, 63, 63]);
    expect(['I.2.1.a', 'I.2.2.b'].map((ref) => tasksOf.get(ref))).toEqual([0, 0]);
    const { status, body } = await activatePlan(director, planId, '2021-04-01');
    expect(status).toBeLessThan(300);
    expect(body.tasks).toBe(preview.tasks);
  });

  it('of a city has no tasks for bodies that are not of the sector, and says so', async () => {
    const { planId } = await importPlan(officer, 'plan-hanoi-2025.txt');
    await approve(planId);
    const { body: preview } = await director.get<ActivationPreview>(
      `/plans/${planId}/activation-preview?registryDate=2025-04-22`,
    );
    expect(preview.perItem.find(({ ref }) => ref === 'III.2.a')).toMatchObject({ tasks: 0, leads: ['Sở Y tế'] });
    expect(preview.unnamed.map(({ name }) => name)).toContain('Sở Y tế');
    expect(preview.obstacles.map(({ vi }) => vi).join()).not.toMatch(/III\.2\.a/u);
  });

  it('shows its clauses beside what was read from them', async () => {
    const { planId } = await importPlan(officer, 'plan-2023.txt');
    const { body } = await officer.get<PlanReview>(`/plans/${planId}/review`);
    const row = body.source.find(({ refs }) => refs.includes('VII.7.1.a'));
    expect(row?.cells[0]).toContain('trước ngày 15/01/2023');
    const item = body.items.find(({ ref }) => ref === 'VII.7.1.a');
    const [anchor] = item?.anchors.timing ?? [];
    expect(body.source.find((entry) => entry.row === anchor?.row)?.cells[0]?.slice(anchor?.start, anchor?.end)).toBe(
      'trước ngày 15/01/2023',
    );
  });
});
