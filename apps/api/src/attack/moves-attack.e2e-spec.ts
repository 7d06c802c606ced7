import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FlowId, Post, Relation } from '@phancong/contracts';
import { flows, stageFlow, type Flow } from '@phancong/workflows';

import { GivenWork } from '../testing/given-work.js';
import { startTestApi, type TestApi } from '../testing/start-test-api.js';
import {
  countRefused,
  inBatches,
  posts,
  seatAttackers,
  standings,
  units,
  type Attacker,
  type Standing,
} from './attack-office.js';

jest.setTimeout(600_000);

/** Said here once more and not taken from the product: the posts that a post may stand for. */
const standsFor: Record<Post, readonly Post[]> = {
  officer: ['officer'],
  head: ['head'],
  deputy: ['officer'],
  clerk: [],
  coordinator: ['coordinator'],
  appraiser: ['officer'],
  leader: ['head'],
  administrator: [],
};
const relationOf: Record<Standing, Relation | null> = {
  from: 'from',
  to: 'to',
  owner: 'owner',
  superior: 'superior',
  stranger: null,
};

interface Attack {
  by: Attacker;
  id: string;
  flow: FlowId;
  state: string;
  event: string;
  payload: unknown;
  status: 403 | 404 | 409;
}

/** What the model says: null where the move is open to this mover. */
function expectedStatus(
  flow: Flow,
  event: string,
  expected: boolean,
  { standing, post }: Attacker,
): Attack['status'] | null {
  const relation = relationOf[standing];
  if (relation === null) return 404;
  // A plan is activated with its tasks by an endpoint of its own; as a bare move it is open to nobody.
  if (!expected || (flow.id === 'plan' && event === 'activate')) return 409;
  const rule = flow.events[event];
  if (!rule || rule.by === 'system' || !rule.by.includes(relation)) return 403;
  if (post === 'appraiser' && flow.id !== 'appraisal') return 403;
  const open = rule.posts ?? ['officer', 'head', 'coordinator'];
  return standsFor[post].some((acted) => open.includes(acted)) ? null : 403;
}

const SECRET = 'Chuyện chỉ các bên được biết';

const insertStage = `
  insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                        holder_unit_id, title, starts_on, due_on, signed_due_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '${SECRET}', '2025-01-01', '2025-12-31', '2025-12-31') returning id`;

describe('every role × relation × event × state of every flow', () => {
  let api: TestApi;
  let attackers: Attacker[];
  const attacks: Attack[] = [];
  let open = 0;

  beforeAll(async () => {
    api = await startTestApi({ name: 'attack on moves' });
    attackers = await seatAttackers(api);
    const work = await GivenWork.activePlan(api.sql, { owner: units.owner });
    for (const flow of Object.values(flows)) {
      for (const { state, snapshot, events } of stageFlow(flow)) {
        const { holder, phase } = flow.states[state]!;
        const [row] = await api.query<{ id: string }>(insertStage, [
          flow.id,
          flow.version,
          state,
          phase,
          JSON.stringify(snapshot),
          work.planId,
          work.itemId,
          units.from,
          units.to,
          holder && units[holder],
        ]);
        for (const { event, expected, payload } of events) {
          for (const by of attackers) {
            const status = expectedStatus(flow, event, expected, by);
            if (status === null) open += 1;
            // An event that the state does not expect is refused before anybody asks who sends it: one post stands for all.
            else if (status !== 409 || by.post === 'head') {
              attacks.push({ by, id: row!.id, flow: flow.id, state, event, payload, status });
            }
          }
        }
      }
    }
  }, 600_000);
  afterAll(() => api.close());

  it('is allowed by the model, or refused without a trace, changes nothing, and stands in the security log', async () => {
    const wrong: string[] = [];
    let guarded = 0;
    const told = { 403: 0, 404: 0, 409: 0 };
    const before = await countRefused(api);
    await inBatches(attacks, 40, async ({ by, id, flow, state, event, payload, status }) => {
      const answer = await by.client.post<{ code: string }>(`/instances/${id}/moves`, {
        event,
        payload,
        expectedVersion: 0,
      });
      const says = JSON.stringify(answer.body);
      const name = `${by.standing} ${by.post}: ${flow}.${event} in ${state}`;
      if (answer.status !== status) wrong.push(`${name} → ${answer.status} ${answer.body.code}, not ${status}`);
      else told[status] += 1;
      if (answer.body.code === 'GUARD_REFUSED') guarded += 1;
      if (status === 404 && (says.includes(SECRET) || says.includes(state))) wrong.push(`${name} tells: ${says}`);
    });
    expect({ wrong: wrong.length, first: wrong.slice(0, 20) }).toEqual({ wrong: 0, first: [] });
    // A guard's refusal of a change stands in the log too; what a state does not expect is no matter of security.
    expect(await countRefused(api)).toBe(before + told[403] + told[404] + guarded);
    const changed = await api.query(
      `select (select count(*) from instance where version > 0)::int as moved, (select count(*) from history)::int as told,
              (select count(*) from outbox)::int as sent`,
    );
    expect(changed).toEqual([{ moved: 0, told: 0, sent: 0 }]);
    process.stdout.write(
      `\nattack on moves: ${Object.keys(flows).length} flows, ${posts.length} posts × ${standings.length} relations; ` +
        `${attacks.length} attacks refused (${told[403]} × 403, ${told[404]} × 404, ${told[409]} × 409), ` +
        `${open} combinations open to their movers\n`,
    );
    expect(attacks.length).toBeGreaterThan(5000);
  });

  it('hides the page, the list and the bulk of moves from a stranger as well', async () => {
    const ids = [...new Set(attacks.map(({ id }) => id))];
    for (const { client } of attackers.filter(({ standing }) => standing === 'stranger')) {
      const bulk = await client.post<{ moved?: unknown[]; refused?: { error: { code: string } }[] }>('/moves', {
        event: 'acknowledge',
        payload: {},
        instances: ids.map((id) => ({ id, expectedVersion: 0 })),
      });
      // A post that moves nothing may be refused as a whole; the others are refused piece by piece.
      expect(bulk.body.moved ?? []).toEqual([]);
      expect((bulk.body.refused ?? []).filter(({ error }) => error.code !== 'NOT_FOUND')).toEqual([]);
      expect(JSON.stringify(bulk.body)).not.toContain(SECRET);
      for (const flow of Object.keys(flows)) {
        expect((await client.get<{ items: unknown[] }>(`/instances?flow=${flow}`)).body.items).toEqual([]);
      }
    }
    const [{ client: stranger } = { client: api.anonymous }] = attackers.filter(
      ({ standing }) => standing === 'stranger',
    );
    await inBatches(ids, 20, async (id) => {
      for (const path of [`/instances/${id}`, `/instances/${id}/starts`, `/budgets/${id}`]) {
        const { status, body } = await stranger.get(path);
        expect({ path, status, tells: JSON.stringify(body).includes(SECRET) }).toEqual({
          path,
          status: 404,
          tells: false,
        });
      }
    });
  });
});
