import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import type { FlowId } from '@phancong/contracts';
import { flowOf, shippedReleases } from '@phancong/workflows';
import type { Client, QueryResultRow } from 'pg';

import { upgradeWork } from '../features/upgrade/upgrade-work.js';
import type { SqlRunner } from '../platform/database/sql.js';
import { printFigure, say } from './figures.js';
import { growTo } from './ground.js';

const INSTANCES = 100_000;
const SECONDS = 60;
const releases = fileURLToPath(new URL('../../../../packages/workflows/fixtures/releases/', import.meta.url));

interface Kept {
  flow: FlowId;
  version: number;
  scenes: { snapshot: { value: string; status: string } }[];
}

const runnerOn = (client: Client): SqlRunner => ({
  async rows<Row extends QueryResultRow>({ text }: { text: string }, values: readonly unknown[] = []) {
    return (await client.query<Row>(text, [...values])).rows;
  },
});

/** Instances of every flow, version and state that was ever released, in equal parts. */
async function fill(client: Client): Promise<number> {
  const scenes = readdirSync(releases).flatMap((name) => {
    const kept = JSON.parse(readFileSync(`${releases}${name}`, 'utf8')) as Kept;
    return kept.scenes.map(({ snapshot }) => ({
      flow: kept.flow,
      version: kept.version,
      phase: flowOf(kept.flow, kept.version).states[snapshot.value]?.phase,
      snapshot,
    }));
  });
  await client.query(`delete from instance`);
  const { rowCount } = await client.query(
    `insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                           starts_on, due_on, signed_due_on)
     select s.flow, s.version, s.snapshot->>'value', s.phase, s.snapshot, item.plan_id, item.id, 'ttt', 'ttcntt', '2025-01-01', '2025-12-31', '2025-12-31'
     from jsonb_to_recordset($1::jsonb) as s(flow text, version smallint, phase text, snapshot jsonb)
     cross join generate_series(1, $2) copy
     cross join lateral (select id, plan_id from plan_item limit 1) item
     limit $3`,
    [JSON.stringify(scenes), Math.ceil(INSTANCES / scenes.length), INSTANCES],
  );
  await client.query('vacuum analyze instance');
  return rowCount ?? 0;
}

/** The rehearsal of an upgrade: every instance restored, mapped, and every open move of it stepped. */
export async function measureUpgrade(client: Client): Promise<void> {
  say('rehearsal of an upgrade over 100,000 instances of every state …');
  await growTo(client, 1);
  const filled = await fill(client);
  const started = performance.now();
  const report = await upgradeWork(runnerOn(client), shippedReleases);
  const seconds = (performance.now() - started) / 1000;
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
  printFigure({
    figure: `upgrade --dry-run of ${filled} instances: restore and step`,
    value: seconds,
    unit: 's',
    goal: `< ${SECONDS}`,
    met: seconds < SECONDS && report.looked === filled && report.damagedCount + report.strandedCount === 0,
    details: {
      looked: report.looked,
      current: report.current,
      moving: report.moving.reduce((sum, group) => sum + group.instances, 0),
      stranded: report.strandedCount,
      damaged: report.damagedCount,
      rssMiB: memory,
    },
  });
}
