import { Injectable } from '@nestjs/common';
import type { DamagedWork, Quarantine, RepairWork, Words } from '@phancong/contracts';
import {
  bornKeysOf,
  DamagedSnapshot,
  flows,
  knowsFlow,
  flowOf,
  ownFlows,
  readSnapshot,
  releasedFlows,
  replayHistory,
  wantedClocks,
} from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import { factsOf } from '../work/engine/instance-row.js';
import { signatureOf } from '../work/engine/writes.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { QuarantineRepository, type DamagedRow, type KnownShape } from './quarantine.repository.js';

/** More than this at once is no list that somebody goes through, but a database to be restored. */
const MOST = 200;

/**
 * Work that was set aside because what is stored of it cannot be read. An administrator sees all of it, with what its history
 * leads to, and puts that in its place; what the history does not lead to stays aside.
 */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly sql: Sql,
    private readonly rows: QuarantineRepository,
    private readonly units: UnitsRepository,
    private readonly signal: OutboxSignal,
  ) {}

  async list(caller: Caller): Promise<Quarantine> {
    const units = await this.keptBy(caller);
    const found = await this.rows.damaged(knownShapes(), units, { limit: MOST + 1 });
    const rows = found.slice(0, MOST);
    const histories = Map.groupBy(await this.rows.histories(rows.map(({ id }) => id)), (line) => line.instance_id);
    return {
      items: rows.map((row) => toDamagedWork(row, replay(row, histories.get(row.id) ?? []))),
      more: found.length > MOST,
    };
  }

  /** Looks again, inside the transaction: what somebody repaired or moved meanwhile is left as it is. */
  async repair(caller: Caller, id: string, { expectedVersion }: RepairWork): Promise<DamagedWork> {
    const units = await this.keptBy(caller);
    const repaired = await this.sql.transaction(async (runner) => {
      const [row] = await this.rows.damaged(knownShapes(), units, { limit: 1, id, runner });
      if (!row) throw new DomainError('NOT_FOUND');
      if (row.version !== expectedVersion) throw stale();
      const replayed = replay(row, await this.rows.histories([id], runner));
      if (!replayed.ok) {
        throw new DomainError('GUARD_REFUSED', { why: replayed.why.vi, whyEn: replayed.why.en }, replayed.why);
      }
      const { flow, snapshot } = replayed;
      const state = flow.states[snapshot.value];
      const holder = state?.holder === 'from' ? row.from_unit_id : state?.holder === 'to' ? row.to_unit_id : null;
      const written = await this.rows.repair(
        {
          id,
          expected: row.version,
          state: snapshot.value,
          phase: state?.phase ?? 'open',
          snapshot,
          holder,
          ...signatureOf(caller.actor),
          payload: { damage: damageOf(row).vi },
          clocks: wantedClocks(flow, snapshot, factsOf(row)).map(({ event, fireOn }) => ({ event, fire_on: fireOn })),
        },
        runner,
      );
      if (!written) throw stale();
      return toDamagedWork(row, replayed);
    });
    this.signal.ring();
    return repaired;
  }

  /** Units whose work the administrator keeps; null: all. */
  private async keptBy(caller: Caller): Promise<string[] | null> {
    requireDeed(caller, 'repairWork');
    const { unitId } = caller.actor;
    const unit = (await this.units.all()).get(unitId);
    if (unit?.kind === 'agency' && unit.parentId === null) return null;
    return [unitId, ...(await this.units.unitsBelow(unitId))];
  }
}

const stale = () =>
  new DomainError('STALE_VERSION', { who: 'người khác', event: 'khôi phục việc này', eventEn: 'repair this' });

const knownShapes = (): KnownShape[] =>
  [...releasedFlows, ...ownFlows()].map((flow) => ({
    flow: flow.id,
    version: flow.version,
    states: Object.keys(flow.states),
    keys: bornKeysOf(flow),
  }));

const replay = (row: DamagedRow, history: Awaited<ReturnType<QuarantineRepository['histories']>>) =>
  replayHistory({
    flow: row.flow,
    machineVersion: row.machine_version,
    facts: factsOf(row),
    history: history.map((line) => ({
      version: line.version,
      onDay: line.on_day,
      personId: line.person_id,
      unitId: line.unit_id,
      post: line.post,
      onBehalfOfId: line.on_behalf_of_id,
      event: line.event,
      payload: line.payload,
      toState: line.to_state,
    })),
  });

/** What is wrong with it, as the engine would say, or as a look at its fields says. */
function damageOf({ flow: id, machine_version: version, snapshot }: DamagedRow): Words {
  if (!knowsFlow(id, version)) {
    return {
      vi: `Không có bản ${version} của quy trình «${flows[id].words.vi}», hoặc bản đó không còn như khi được phê duyệt.`,
      en: `There is no version ${version} of “${flows[id].words.en}”, or it is no longer what was approved.`,
    };
  }
  try {
    const flow = flowOf(id, version);
    const { context } = readSnapshot(snapshot, flow.states);
    const lacking = bornKeysOf(flow).filter((key) => !Object.hasOwn(context, key));
    return lacking.length > 0
      ? { vi: `Dữ liệu kèm theo thiếu: ${lacking.join(', ')}.`, en: `Its data lacks ${lacking.join(', ')}.` }
      : { vi: 'Trạng thái lưu hai nơi không khớp nhau.', en: 'Its state is stored twice, and the two differ.' };
  } catch (error) {
    if (!(error instanceof DamagedSnapshot)) throw error;
    const value = (snapshot as { value?: unknown } | null)?.value;
    const isOther = typeof value === 'string' && !Object.hasOwn(flowOf(id, version).states, value);
    return {
      vi: isOther ? `Quy trình không có trạng thái «${value}».` : 'Dữ liệu trạng thái thiếu phần hoặc không đúng dạng.',
      en: `What is stored cannot be read: ${error.why}.`,
    };
  }
}

function toDamagedWork(row: DamagedRow, replayed: ReturnType<typeof replayHistory>): DamagedWork {
  return {
    id: row.id,
    flow: row.flow,
    words: flows[row.flow].words,
    title: row.title,
    planTitle: row.plan_title,
    from: { id: row.from_unit_id, name: row.from_name },
    to: { id: row.to_unit_id, name: row.to_name },
    version: row.version,
    damage: damageOf(row),
    waitingClocks: row.waiting_clocks,
    leadsTo: replayed.ok ? (replayed.flow.states[replayed.snapshot.value]?.words ?? null) : null,
    why: replayed.ok ? null : replayed.why,
  };
}
