import type { Actor, IsoDate, Post } from '@phancong/contracts';
import {
  decideMove,
  flowOf,
  relationsOf,
  startFlow,
  wantedClocks,
  type Effect,
  type Facts,
  type StoredSnapshot,
} from '@phancong/workflows';

import { factsOf, instanceColumns, type InstanceRow } from '../features/work/engine/instance-row.js';
import type { SqlRunner } from '../platform/database/sql.js';

interface HistoryLine {
  instance_id: string;
  version: number;
  on_day: string;
  person_id: string | null;
  unit_id: string | null;
  post: Post | null;
  on_behalf_of_id: string | null;
  event: string;
  payload: unknown;
  from_state: string | null;
  to_state: string;
}

interface DueLine {
  instance_id: string;
  event: string;
  fire_on: string;
}

const ofPlan = 'select id from instance where plan_id = $1';
const readInstances = {
  name: 'invariants-instances',
  text: `
    select ${instanceColumns}, p.owner_unit_id from instance i join plan p on p.id = i.plan_id
    where i.plan_id = $1 and exists (select from history h where h.instance_id = i.id and h.version = 0)`,
};
const readHistory = {
  name: 'invariants-history',
  text: `
    select instance_id, version, on_day, person_id, unit_id, post, on_behalf_of_id, event, payload, from_state, to_state
    from history where instance_id in (${ofPlan}) order by instance_id, version`,
};
const readDue = {
  name: 'invariants-due',
  text: `select instance_id, event, fire_on from due_row where instance_id in (${ofPlan})`,
};

/**
 * What must hold for every instance of a plan after every step, each breach in words: the history has no gap and replays to
 * the stored snapshot; state, phase and holder are those of the snapshot, one holder at most; the due rows are those that
 * the state wants. `joined`: parents and children were moved by people alone, so that counters and money agree, too.
 */
export async function findBreaches(sql: SqlRunner, planId: string, { joined }: { joined: boolean }): Promise<string[]> {
  const [rows, history, due] = [
    await sql.rows<InstanceRow & Record<string, unknown>>(readInstances, [planId]),
    await sql.rows<HistoryLine & Record<string, unknown>>(readHistory, [planId]),
    await sql.rows<DueLine & Record<string, unknown>>(readDue, [planId]),
  ];
  const breaches = rows.flatMap((row) => {
    const own = history.filter((line) => line.instance_id === row.id);
    const clocks = due.filter((line) => line.instance_id === row.id);
    return [...checkColumns(row, own), ...checkReplay(row, own), ...checkClocks(row, clocks)].map(
      (breach) => `${row.flow} ${row.id} (${row.state}): ${breach}`,
    );
  });
  return joined
    ? [...breaches, ...rows.filter((row) => row.flow === 'budget').flatMap((row) => checkMoney(row, rows))]
    : breaches;
}

const snapshotOf = (row: InstanceRow) => row.snapshot as StoredSnapshot;

function checkColumns(row: InstanceRow, history: readonly HistoryLine[]): string[] {
  const breaches: string[] = [];
  const state = flowOf(row.flow, row.machine_version).states[snapshotOf(row).value];
  const holder = state?.holder === 'from' ? row.from_unit_id : state?.holder === 'to' ? row.to_unit_id : null;
  if (row.state !== snapshotOf(row).value || row.phase !== state?.phase)
    breaches.push('state and phase are not those of the snapshot');
  if (row.holder_unit_id !== holder) breaches.push(`held by ${row.holder_unit_id}, not by ${holder}`);
  if (history.some((line, place) => line.version !== place)) breaches.push('a version is missing in history');
  if (history.at(-1)?.version !== row.version) breaches.push('the last version is not in history');
  if (history.at(-1)?.to_state !== row.state) breaches.push('history ends in another state');
  for (const [place, line] of history.entries()) {
    if (place > 0 && line.from_state !== history[place - 1]?.to_state)
      breaches.push(`history breaks at version ${line.version}`);
  }
  return breaches;
}

function checkReplay(row: InstanceRow, history: readonly HistoryLine[]): string[] {
  const [born, ...moves] = history;
  if (!born) return ['no birth in history'];
  const flow = flowOf(row.flow, row.machine_version);
  let facts: Facts = { ...factsOf(row), dueOn: row.signed_due_on, doneOn: null };
  const actorOf = (line: HistoryLine) => actorIn(line, facts);
  const birthActor = actorOf(born);
  const started = startFlow(flow, {
    facts,
    input: born.payload,
    today: born.on_day,
    actor: birthActor === 'system' ? null : birthActor,
  });
  if (!started.ok) return [`the birth is refused in the replay: ${started.words.vi}`];
  let { snapshot } = started;
  facts = carryOut(facts, started.effects);
  for (const line of moves) {
    const { event, payload, on_day: today } = line;
    const moved = decideMove({ flow, snapshot, facts, actor: actorOf(line), event, payload, today });
    if (!moved.ok) return [`«${event}» of version ${line.version} is refused in the replay: ${moved.words.vi}`];
    snapshot = moved.snapshot;
    facts = carryOut(facts, moved.effects);
  }
  const same = JSON.stringify(sorted(snapshot)) === JSON.stringify(sorted(row.snapshot));
  const days = facts.dueOn === row.due_on && facts.doneOn === row.done_on;
  return [...(same ? [] : ['history replays to another snapshot']), ...(days ? [] : ['history replays to other days'])];
}

const carryOut = (facts: Facts, effects: readonly Effect[]): Facts =>
  effects.reduce<Facts>((changed, effect) => {
    if (effect.type !== 'setFacts') return changed;
    return {
      ...changed,
      ...(effect.dueOn === undefined ? {} : { dueOn: effect.dueOn }),
      ...(effect.doneOn === undefined ? {} : { doneOn: effect.doneOn }),
    };
  }, facts);

function actorIn(
  { person_id: personId, unit_id: unitId, post, on_behalf_of_id: principal }: HistoryLine,
  facts: Facts,
) {
  if (!personId || !unitId || !post) return 'system' as const;
  const onBehalfOf = principal === null ? {} : { onBehalfOf: { personId: principal, personName: '', planId: null } };
  const actor: Actor = { personId, personName: '', unitId, unitName: '', post, ...onBehalfOf };
  return { ...actor, relations: relationsOf(unitId, facts, []) };
}

function checkClocks(row: InstanceRow, due: readonly DueLine[]): string[] {
  const flow = flowOf(row.flow, row.machine_version);
  const tell = (clocks: readonly { event: string; fireOn: IsoDate }[]) =>
    clocks
      .map(({ event, fireOn }) => `${event} ${fireOn}`)
      .sort()
      .join(', ');
  const wanted = tell(wantedClocks(flow, snapshotOf(row), factsOf(row)));
  const stored = tell(due.map(({ event, fire_on: fireOn }) => ({ event, fireOn })));
  return wanted === stored ? [] : [`clocks are «${stored}», wanted «${wanted}»`];
}

/** Counters of an estimate count its open parts, and what is transferred is what was approved. */
function checkMoney(row: InstanceRow, rows: readonly InstanceRow[]): string[] {
  const { context } = snapshotOf(row) as { context: Record<string, unknown> };
  const partsOf = (flow: string) => rows.filter((part) => part.parent_id === row.id && part.flow === flow);
  const open = (flow: string) => partsOf(flow).filter((part) => part.phase === 'open').length;
  const breaches: string[] = [];
  if (row.state === 'appraising' && context['pendingAppraisals'] !== open('appraisal'))
    breaches.push(`${String(context['pendingAppraisals'])} appraisals are waited for, ${open('appraisal')} are open`);
  if (row.state !== 'appraising' && open('appraisal') > 0) breaches.push('an appraisal is open that nobody waits for');
  if (row.state === 'transferring' || row.state === 'settled') {
    const amounts = partsOf('transfer').map((part) => (snapshotOf(part).context as { amountVnd: string }).amountVnd);
    const sum = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
    if (String(sum) !== context['totalVnd'])
      breaches.push(`${sum} đồng are transferred of ${String(context['totalVnd'])}`);
    if (context['pendingTransfers'] !== open('transfer'))
      breaches.push('the transfers waited for are not the open ones');
  } else if (partsOf('transfer').length > 0) breaches.push('money is transferred that was not approved');
  return breaches.map((breach) => `budget ${row.id} (${row.state}): ${breach}`);
}

/** The same value with its keys in order: jsonb keeps another order than the machine. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [key, sorted(entry)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
