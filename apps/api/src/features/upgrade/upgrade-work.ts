import type { FlowId, Words } from '@phancong/contracts';
import { rehearseUpgrade, type Releases } from '@phancong/workflows';

import type { SqlRunner } from '../../platform/database/sql.js';
import { factsOf } from '../work/engine/instance-row.js';
import { UpgradeRepository, type StoredRow, type UpgradeWrite } from './upgrade.repository.js';

const BATCH = 2000;
/** More troubled instances than this are counted, not named one by one. */
const NAMED = 100;

type Rehearsed = ReturnType<typeof rehearseUpgrade>;
type Moving = Extract<Rehearsed, { kind: 'moves' }>;

/** Instances that change in the same way. */
export interface MovingGroup {
  flow: FlowId;
  from: number;
  to: number;
  state: Words;
  words: Words;
  change: Moving['change'];
  instances: number;
  /** Units whose move it is, with how many each. */
  holders: { unit: string; instances: number }[];
}

/** An instance that cannot be moved or read, named so that a person finds it. */
export interface Trouble {
  id: string;
  flow: FlowId;
  version: number;
  title: string;
  units: string;
  why: Words;
}

export interface UpgradeReport {
  day: string;
  looked: number;
  /** On the newest version, restored and stepped. */
  current: number;
  moving: MovingGroup[];
  /** Run on in their own version, for no way to the newest one is stated. */
  staying: { flow: FlowId; version: number; newest: number; instances: number }[];
  stranded: Trouble[];
  strandedCount: number;
  damaged: Trouble[];
  damagedCount: number;
  /** Moved for good; null in a rehearsal. */
  moved: number | null;
}

/**
 * Restores and steps every stored instance on the newest definitions, and with `write` moves those for which a way is
 * stated. What would strand stays in its version, what is damaged is set aside and named; the others go on.
 */
export async function upgradeWork(
  sql: SqlRunner,
  releases: Releases,
  { write = false }: { write?: boolean } = {},
): Promise<UpgradeReport> {
  const repository = new UpgradeRepository(sql);
  const tally = new Tally(await repository.today());
  let moved = 0;
  for await (const rows of repository.instances(BATCH)) {
    const writes: UpgradeWrite[] = [];
    for (const row of rows) {
      const rehearsed = rehearseUpgrade(
        { flow: row.flow, machineVersion: row.machine_version, snapshot: row.snapshot, facts: factsOf(row) },
        releases,
        tally.day,
      );
      tally.add(row, rehearsed, releases);
      if (rehearsed.kind === 'moves') writes.push(toWrite(row, rehearsed));
    }
    if (write && writes.length > 0) moved += await repository.write(writes);
  }
  return tally.report(repository, write ? moved : null);
}

const holderOf = (row: StoredRow, { to, snapshot }: Moving) => {
  const holder = to.states[snapshot.value]?.holder ?? null;
  return holder === null ? null : holder === 'from' ? row.from_unit_id : row.to_unit_id;
};

const toWrite = (row: StoredRow, moving: Moving): UpgradeWrite => ({
  id: row.id,
  expected: row.version,
  before: row.machine_version,
  after: moving.to.version,
  from_state: row.state,
  state: moving.snapshot.value,
  phase: moving.to.states[moving.snapshot.value]?.phase ?? 'open',
  holder: holderOf(row, moving),
  snapshot: moving.snapshot,
  clocks: moving.clocks,
});

type RawTrouble = Omit<Trouble, 'title' | 'units'>;
type RawGroup = Omit<MovingGroup, 'holders'> & { units: Map<string, number> };

class Tally {
  private looked = 0;
  private current = 0;
  private readonly groups = new Map<string, RawGroup>();
  private readonly staying = new Map<string, UpgradeReport['staying'][number]>();
  private readonly troubles = { stranded: [] as RawTrouble[], damaged: [] as RawTrouble[] };
  private readonly counts = { stranded: 0, damaged: 0 };

  constructor(readonly day: string) {}

  add(row: StoredRow, rehearsed: Rehearsed, releases: Releases): void {
    this.looked += 1;
    switch (rehearsed.kind) {
      case 'current':
        this.current += 1;
        return;
      case 'moves':
        this.addMoving(row, rehearsed, releases);
        return;
      case 'stays': {
        const key = `${row.flow} ${row.machine_version}`;
        const entry = { flow: row.flow, version: row.machine_version, newest: rehearsed.newest, instances: 0 };
        const known = this.staying.get(key) ?? entry;
        known.instances += 1;
        this.staying.set(key, known);
        return;
      }
      case 'stranded':
        this.addTrouble('stranded', row, rehearsed.why);
        return;
      case 'damaged':
        this.addTrouble('damaged', row, {
          vi: `Dữ liệu trạng thái bị hỏng (${rehearsed.why}).`,
          en: `What is stored is damaged (${rehearsed.why}).`,
        });
    }
  }

  async report(repository: UpgradeRepository, moved: number | null): Promise<UpgradeReport> {
    const { stranded, damaged } = this.troubles;
    const named = await repository.named([...stranded, ...damaged].map(({ id }) => id));
    const unitNames = await repository.unitNames([
      ...new Set([...this.groups.values()].flatMap((group) => [...group.units.keys()])),
    ]);
    const name = (trouble: RawTrouble): Trouble => {
      const found = named.get(trouble.id);
      return { ...trouble, title: found?.title ?? '', units: found ? `${found.from_name} → ${found.to_name}` : '' };
    };
    return {
      day: this.day,
      looked: this.looked,
      current: this.current,
      moving: [...this.groups.values()].map(({ units, ...group }) => ({
        ...group,
        holders: [...units]
          .map(([id, instances]) => ({ unit: unitNames.get(id) ?? id, instances }))
          .sort((a, b) => b.instances - a.instances),
      })),
      staying: [...this.staying.values()],
      stranded: stranded.map(name),
      strandedCount: this.counts.stranded,
      damaged: damaged.map(name),
      damagedCount: this.counts.damaged,
      moved,
    };
  }

  private addMoving(row: StoredRow, { to, change, mapping }: Moving, releases: Releases): void {
    const key = JSON.stringify([row.flow, row.machine_version, row.state, change]);
    const before = releases.all.find((flow) => flow.id === row.flow && flow.version === row.machine_version);
    const group = this.groups.get(key) ?? {
      flow: row.flow,
      from: row.machine_version,
      to: to.version,
      state: before?.states[row.state]?.words ?? { vi: row.state, en: row.state },
      words: mapping.words,
      change,
      instances: 0,
      units: new Map<string, number>(),
    };
    group.instances += 1;
    if (row.holder_unit_id) group.units.set(row.holder_unit_id, (group.units.get(row.holder_unit_id) ?? 0) + 1);
    this.groups.set(key, group);
  }

  private addTrouble(kind: 'stranded' | 'damaged', row: StoredRow, why: Words): void {
    this.counts[kind] += 1;
    const { id, flow, machine_version: version } = row;
    if (this.troubles[kind].length < NAMED) this.troubles[kind].push({ id, flow, version, why });
  }
}
