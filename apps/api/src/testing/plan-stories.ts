import type { ActivationAnswer, PlanImported, PlanPage, PlanReview } from '@phancong/contracts';

import { seedPlanFile } from './read-seed-plan.js';
import type { TestApi } from './start-test-api.js';
import type { TestAnswer, TestClient } from './test-client.js';

function bodyOf<Body>(answer: TestAnswer<Body>): Body {
  if (answer.status >= 300) throw new Error(`Refused with ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const versionOf = async (client: TestClient, planId: string) =>
  bodyOf(await client.get<PlanPage>(`/plans/${planId}`)).version;

/** Sends an event to the plan's workflow at its present version. */
export async function movePlan(client: TestClient, planId: string, event: string, payload: object = {}) {
  const expectedVersion = await versionOf(client, planId);
  return client.post(`/instances/${planId}/moves`, { event, payload, expectedVersion });
}

/** Uploads the responsibility table of 2025; `note` makes it another file. */
export async function importSeedPlan(client: TestClient, note = ''): Promise<PlanImported> {
  const bytes = Buffer.concat([await seedPlanFile.read(), Buffer.from(note)]);
  return bodyOf(await client.upload<PlanImported>('/plans/import', { name: seedPlanFile.name, bytes }));
}

/** Accepts every doubt as it was read. */
export async function acceptAllDoubts(client: TestClient, planId: string): Promise<void> {
  const { doubts } = bodyOf(await client.get<PlanReview>(`/plans/${planId}/review`));
  for (const doubt of doubts.filter((each) => each.settledAt === null)) {
    bodyOf(await client.post(`/plans/${planId}/doubts/${doubt.id}/settle`, { answer: { kind: 'accept' } }));
  }
}

/** A plan of the communication centre that only waits to be activated: its officer submitted, its director approved. */
export async function prepareApprovedPlan(api: TestApi, note = ''): Promise<string> {
  const officer = await api.as('ttt');
  const { planId } = await importSeedPlan(officer, note);
  await acceptAllDoubts(officer, planId);
  bodyOf(await movePlan(officer, planId, 'submitForReview'));
  bodyOf(await movePlan(await api.as('ttt.giamdoc'), planId, 'approve'));
  return planId;
}

export async function activatePlan(client: TestClient, planId: string, registryDate = '2025-01-15') {
  const expectedVersion = await versionOf(client, planId);
  return client.post<ActivationAnswer>(`/plans/${planId}/activation`, { registryDate, expectedVersion });
}

/** The plan of 2025 at work: 1,660 tasks. */
export async function prepareActivePlan(api: TestApi, note = ''): Promise<string> {
  const planId = await prepareApprovedPlan(api, note);
  bodyOf(await activatePlan(await api.as('ttt.giamdoc'), planId));
  return planId;
}
