import type { FlowId, IsoDate, Words } from '@phancong/contracts';

import { decideMove, eventFor } from '../engine/decide-move.js';
import { bornKeysOf } from '../verification/born-keys.js';
import { wantedClocks } from '../engine/due-clocks.js';
import type { DueClock, Facts, Flow, MoveActor } from '../engine/flow.js';
import { judgeArrows } from '../engine/judge-guards.js';
import { DamagedSnapshot, readSnapshot, type StoredSnapshot } from '../engine/stored-snapshot.js';
import { statusIn } from '../engine/step-machine.js';
import { transitionTable } from '../engine/transition-table.js';
import { FIRST_OWN_VERSION } from '../flows/released-flows.js';
import { sampleValue } from '../verification/sample-value.js';
import { shippedSamples } from '../verification/shipped-samples.js';
import type { Mapping } from './mapping.js';

/** An instance as it is stored: what an upgrade looks at. */
export interface StoredInstance {
  flow: FlowId;
  machineVersion: number;
  snapshot: unknown;
  facts: Facts;
}

/** The releases that an upgrade is rehearsed on. */
export interface Releases {
  newest: Readonly<Partial<Record<FlowId, Flow>>>;
  all: readonly Flow[];
  mappings: readonly Mapping[];
}

/** What is different for the people who hold the work. */
export interface Change {
  state: { before: Words; after: Words } | null;
  holder: boolean;
  gained: Words[];
  lost: Words[];
  clocks: boolean;
}

export type Rehearsed =
  /** On the newest version already, and it goes on. */
  | { kind: 'current' }
  /** May be moved. */
  | { kind: 'moves'; to: Flow; snapshot: StoredSnapshot; clocks: DueClock[]; change: Change; mapping: Mapping }
  /** Runs on in its own version: no way to the newest one is stated. */
  | { kind: 'stays'; newest: number }
  /** On the new version nobody could move it on; it must not be moved. */
  | { kind: 'stranded'; why: Words }
  /** What is stored is no snapshot of any version: set aside. */
  | { kind: 'damaged'; why: string };

/**
 * Restores one instance, takes it to the newest version by the stated mappings, and steps every move that is open there.
 * Pure; writes nothing.
 */
export function rehearseUpgrade(instance: StoredInstance, releases: Releases, today: IsoDate): Rehearsed {
  const { flow: id, machineVersion, snapshot, facts } = instance;
  const before = releases.all.find((flow) => flow.id === id && flow.version === machineVersion);
  // What an office made itself runs on as it is: no shipped version follows it.
  const newest = before && before.version >= FIRST_OWN_VERSION ? before : releases.newest[id];
  if (!before || !newest) return { kind: 'damaged', why: `no version ${machineVersion} of ${id} was ever released` };
  try {
    const stored = readSnapshot(snapshot, before.states);
    const lacking = missingIn(stored, before);
    if (lacking) return { kind: 'damaged', why: `its context lacks ${lacking}` };
    if (before === newest) {
      const open = stepAll(newest, stored, facts, today);
      const why = strands(newest, stored, open);
      return why ? { kind: 'stranded', why } : { kind: 'current' };
    }
    return follow(before, newest, stored, instance, releases, today);
  } catch (error) {
    if (error instanceof DamagedSnapshot) return { kind: 'damaged', why: error.why };
    throw error;
  }
}

function follow(
  before: Flow,
  newest: Flow,
  stored: StoredSnapshot,
  { facts }: StoredInstance,
  { all, mappings }: Releases,
  today: IsoDate,
): Rehearsed {
  let last: Mapping | undefined;
  let snapshot = stored;
  for (let version = before.version; version !== newest.version;) {
    const step = mappings.find((mapping) => mapping.flow === before.id && mapping.from === version);
    if (!step) return { kind: 'stays', newest: newest.version };
    const to = all.find((flow) => flow.id === step.flow && flow.version === step.to);
    if (!to) throw new Error(`The mapping of ${step.flow} leads to version ${step.to}, which was not released.`);
    const value = step.states?.[snapshot.value] ?? snapshot.value;
    if (!Object.hasOwn(to.states, value)) return { kind: 'stranded', why: noState(before, stored, to) };
    snapshot = { ...snapshot, value, status: statusIn(to.machine, value), context: step.context(snapshot.context) };
    last = step;
    version = step.to;
  }
  const lacking = missingIn(snapshot, newest);
  if (lacking) {
    return {
      kind: 'stranded',
      why: {
        vi: `Bản ${newest.version} cần dữ liệu «${lacking}» mà cách chuyển chưa nêu.`,
        en: `Version ${newest.version} needs “${lacking}”, which the mapping does not give.`,
      },
    };
  }
  const open = stepAll(newest, snapshot, facts, today);
  const why = strands(newest, snapshot, open);
  if (why) return { kind: 'stranded', why };
  const clocks = wantedClocks(newest, snapshot, facts);
  if (!last) throw new Error(`${before.id} ${before.version} is no earlier version.`);
  const change = compare(before, stored, newest, snapshot, { facts, today, open, clocks });
  return { kind: 'moves', to: newest, snapshot, clocks, change, mapping: last };
}

/** A person who has done nothing yet and may do everything: only what the work itself says can stop him. */
const anybody: MoveActor = {
  personId: 'rehearsal',
  personName: 'rehearsal',
  unitId: 'rehearsal',
  unitName: 'rehearsal',
  post: 'head',
  relations: ['from', 'to', 'owner', 'superior'],
};
const officer: MoveActor = { ...anybody, post: 'officer' };

/** Every event that the state expects and whose guards agree, really stepped where a sample payload is enough. */
function stepAll(flow: Flow, snapshot: StoredSnapshot, facts: Facts, today: IsoDate): Set<string> {
  const open = new Set<string>();
  for (const event of transitionTable(flow.machine).get(snapshot.value)?.keys() ?? []) {
    const rule = flow.events[event];
    if (!rule) continue;
    const actor = rule.by === 'system' ? 'system' : rule.posts && !rule.posts.includes('head') ? officer : anybody;
    const payload = shippedSamples[flow.id]?.payloads?.[event] ?? sampleValue(rule.payload);
    const judged = judgeArrows(flow, snapshot, eventFor(event, payload, actor, today, facts), true);
    if (!judged.arrow) continue;
    open.add(event);
    decideMove({ flow, snapshot, facts, actor, event, payload, today });
  }
  return open;
}

/** Nothing that is open leads anywhere: told as a short story; null when somebody can move it on. */
function strands(flow: Flow, { value }: StoredSnapshot, open: ReadonlySet<string>): Words | null {
  const state = flow.states[value];
  if (!state || state.phase !== 'open') return null;
  const arrows = transitionTable(flow.machine).get(value);
  const leadsOn = [...open].some((event) => arrows?.get(event)?.some(({ target }) => target !== value));
  if (leadsOn) return null;
  const holder = state.holder === null ? { vi: 'việc con', en: 'its children' } : flow.parties[state.holder];
  return {
    vi: `Ở «${state.words.vi}» của bản ${flow.version}, ${holder.vi} không còn bước nào để đi tiếp.`,
    en: `In “${state.words.en}” of version ${flow.version} ${holder.en} has no move left.`,
  };
}

function noState(before: Flow, { value }: StoredSnapshot, to: Flow): Words {
  const words = before.states[value]?.words ?? { vi: value, en: value };
  return {
    vi: `Bản ${to.version} không có trạng thái «${words.vi}» và cách chuyển chưa nêu trạng thái thay thế.`,
    en: `Version ${to.version} has no state “${words.en}” and the mapping names none instead.`,
  };
}

const missingIn = ({ context }: StoredSnapshot, flow: Flow): string =>
  bornKeysOf(flow)
    .filter((key) => !Object.hasOwn(context, key))
    .join(', ');

interface Seen {
  facts: Facts;
  today: IsoDate;
  open: ReadonlySet<string>;
  clocks: readonly DueClock[];
}

function compare(before: Flow, stored: StoredSnapshot, after: Flow, moved: StoredSnapshot, seen: Seen): Change {
  const [old, next] = [before.states[stored.value], after.states[moved.value]];
  const openBefore = stepAll(before, stored, seen.facts, seen.today);
  const wordsOf = (flow: Flow, event: string) => flow.events[event]?.words ?? { vi: event, en: event };
  const byPersons = (flow: Flow, event: string) => flow.events[event]?.by !== 'system';
  const renamed = old && next && old.words.vi !== next.words.vi;
  return {
    state: renamed ? { before: old.words, after: next.words } : null,
    holder: old?.holder !== next?.holder,
    gained: [...seen.open]
      .filter((event) => byPersons(after, event) && !openBefore.has(event))
      .map((event) => wordsOf(after, event)),
    lost: [...openBefore]
      .filter((event) => byPersons(before, event) && !seen.open.has(event))
      .map((event) => wordsOf(before, event)),
    clocks: JSON.stringify(wantedClocks(before, stored, seen.facts)) !== JSON.stringify(seen.clocks),
  };
}
