import type { FlowId, IsoDate, Post, Words } from '@phancong/contracts';

import { flowOf, knowsFlow } from '../flows/released-flows.js';
import { mappings } from '../upgrade/mappings.js';
import { decideMove, withEffects } from '../engine/decide-move.js';
import type { Facts, Flow, MoveActor } from '../engine/flow.js';
import { statusIn } from '../engine/step-machine.js';
import { startFlow } from '../engine/start-flow.js';
import type { StoredSnapshot } from '../engine/stored-snapshot.js';

/** A row of the history of an instance, as it was written. */
export interface HistoryLine {
  version: number;
  onDay: IsoDate;
  personId: string | null;
  unitId: string | null;
  post: Post | null;
  onBehalfOfId: string | null;
  event: string;
  payload: Record<string, unknown>;
  toState: string;
}

/** An instance without its snapshot: what the rows of the tables still say. */
export interface ReplayGround {
  flow: FlowId;
  machineVersion: number;
  facts: Facts;
  history: readonly HistoryLine[];
}

export type Replayed =
  | { ok: true; flow: Flow; snapshot: StoredSnapshot; dueOn: IsoDate | null; doneOn: IsoDate | null }
  | { ok: false; why: Words };

class NotReplayable extends Error {
  constructor(readonly why: Words) {
    super(why.en);
  }
}

interface Standing {
  flow: Flow;
  snapshot: StoredSnapshot;
  facts: Facts;
}

/**
 * Plays the recorded history of an instance again, from its birth: the snapshot that it has to have. Whoever moved was allowed to
 * when it was written, so only the machine is asked; a history that it does not follow is not made to fit. Pure.
 */
export function replayHistory(ground: ReplayGround): Replayed {
  try {
    const [born, ...lines] = ground.history;
    if (born?.version !== 0) throw new NotReplayable(noBirth);
    let now = bear(ground, born);
    for (const [place, line] of lines.entries()) {
      if (line.version !== place + 1) throw new NotReplayable(gap(place + 1));
      now = follow(now, line);
      if (now.snapshot.value !== line.toState) throw new NotReplayable(otherState(now, line));
    }
    const { dueOn, doneOn } = now.facts;
    return { ok: true, flow: now.flow, snapshot: now.snapshot, dueOn, doneOn };
  } catch (error) {
    if (error instanceof NotReplayable) return { ok: false, why: error.why };
    throw error;
  }
}

const noBirth: Words = {
  vi: 'Lịch sử không có dòng khởi tạo, không dựng lại được.',
  en: 'The history has no birth; nothing can be played again.',
};
const gap = (version: number): Words => ({
  vi: `Lịch sử thiếu dòng số ${version}.`,
  en: `The history lacks row ${version}.`,
});
const otherState = ({ flow, snapshot }: Standing, line: HistoryLine): Words => ({
  vi: `Dòng số ${line.version} ghi «${wordsOf(flow, line.toState).vi}» mà quy trình cho «${wordsOf(flow, snapshot.value).vi}».`,
  en: `Row ${line.version} says “${wordsOf(flow, line.toState).en}”, but the workflow gives “${wordsOf(flow, snapshot.value).en}”.`,
});
const wordsOf = (flow: Flow, state: string): Words => flow.states[state]?.words ?? { vi: state, en: state };

/** Days, units and version as they were at the birth: what changed later stands in the history. */
function bear({ flow: id, machineVersion, facts, history }: ReplayGround, born: HistoryLine): Standing {
  const upgraded = history.find(({ event }) => event === 'upgraded');
  const version = Number(upgraded?.payload['from'] ?? machineVersion);
  if (!knowsFlow(id, version)) {
    throw new NotReplayable({ vi: `Không có bản ${version} của quy trình.`, en: `There is no version ${version}.` });
  }
  const amended = history.find(({ event, payload }) => event === 'amended' && 'signedBefore' in payload);
  const passed = history.find(({ event }) => event === 'reorganised');
  const signedDueOn = amended ? textOf(amended.payload['signedBefore']) : facts.signedDueOn;
  const first: Facts = {
    ...facts,
    signedDueOn,
    dueOn: signedDueOn,
    doneOn: null,
    fromUnitId: textOf(passed?.payload['fromBefore']) ?? facts.fromUnitId,
    toUnitId: textOf(passed?.payload['toBefore']) ?? facts.toUnitId,
  };
  const flow = flowOf(id, version);
  const started = startFlow(flow, { facts: first, input: born.payload, today: born.onDay, actor: actorIn(born) });
  if (!started.ok) throw new NotReplayable(started.words);
  return { flow, snapshot: started.snapshot, facts: withEffects(first, started.effects) };
}

function follow(now: Standing, line: HistoryLine): Standing {
  switch (line.event) {
    case 'amended':
    case 'repaired':
      return now;
    case 'upgraded':
      return upgrade(now, line);
    case 'reorganised':
      return passOn(now, line);
    default: {
      const { flow, snapshot, facts } = now;
      const { event, payload, onDay: today } = line;
      const moved = decideMove({ flow, snapshot, facts, actor: actorIn(line) ?? 'system', event, payload, today });
      if (!moved.ok) throw new NotReplayable(moved.words);
      return { flow, snapshot: moved.snapshot, facts: withEffects(facts, moved.effects) };
    }
  }
}

function upgrade({ flow, snapshot, facts }: Standing, { payload }: HistoryLine): Standing {
  let [at, stood] = [flow, snapshot];
  while (at.version !== Number(payload['to'])) {
    const step = mappings.find((mapping) => mapping.flow === at.id && mapping.from === at.version);
    if (!step) throw new NotReplayable({ vi: 'Không có cách chuyển bản.', en: 'No mapping leads there.' });
    at = flowOf(at.id, step.to);
    const value = step.states?.[stood.value] ?? stood.value;
    stood = { ...stood, value, status: statusIn(at.machine, value), context: step.context(stood.context) };
  }
  return { flow: at, snapshot: stood, facts };
}

/** A successor takes the place of an ended unit; what nobody had received yet counts the days of receipt anew. */
function passOn({ flow, snapshot, facts }: Standing, { payload, onDay }: HistoryLine): Standing {
  if (flow.id === 'budget') {
    throw new NotReplayable({
      vi: 'Dự toán đã qua sắp xếp đơn vị: chỗ ngồi của đơn vị mới không có trong lịch sử.',
      en: 'An estimate that went through a reorganisation: the seats of its new units are not in the history.',
    });
  }
  const toUnitId = textOf(payload['toAfter']) ?? facts.toUnitId;
  const fromUnitId = textOf(payload['fromAfter']) ?? facts.fromUnitId;
  const state = flow.states[snapshot.value];
  const isWaiting = flow.machine.config.initial === snapshot.value && state?.holder === 'to';
  const counts = state?.clocks?.some(({ when }) => 'workingDaysAfterEntering' in when && !when.notBeforeStart);
  const anew = isWaiting && counts && toUnitId !== facts.toUnitId;
  return {
    flow,
    snapshot: anew ? { ...snapshot, since: onDay, reminders: 0 } : snapshot,
    facts: { ...facts, fromUnitId, toUnitId },
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What the unit was to the work then is no longer known; that it was allowed to, history says. */
function actorIn({ personId, unitId, post, onBehalfOfId }: HistoryLine): MoveActor | null {
  if (!personId || !unitId || !post) return null;
  const onBehalfOf =
    onBehalfOfId === null ? {} : { onBehalfOf: { personId: onBehalfOfId, personName: '', planId: null } };
  return {
    personId,
    personName: '',
    unitId,
    unitName: '',
    post,
    relations: ['from', 'to', 'owner', 'superior'],
    ...onBehalfOf,
  };
}
