import type { FlowId } from '@phancong/contracts';

import type { Flow } from '../engine/flow.js';
import { DamagedSnapshot } from '../engine/stored-snapshot.js';
import { appraisal } from './appraisal.flow.js';
import { budget } from './budget.flow.js';
import { checkpoint } from './checkpoint.flow.js';
import { coordination } from './coordination.flow.js';
import { budget1 } from './earlier/budget-1.flow.js';
import { checkpoint1 } from './earlier/checkpoint-1.flow.js';
import { coordination1 } from './earlier/coordination-1.flow.js';
import { handoff1 } from './earlier/handoff-1.flow.js';
import { periodReport1 } from './earlier/period-report-1.flow.js';
import { task1 } from './earlier/task-1.flow.js';
import { task2 } from './earlier/task-2.flow.js';
import { explanation } from './explanation.flow.js';
import { extension } from './extension.flow.js';
import { handoff } from './handoff.flow.js';
import { incident } from './incident.flow.js';
import { periodReport } from './period-report.flow.js';
import { plan } from './plan.flow.js';
import { question } from './question.flow.js';
import { task } from './task.flow.js';
import { transfer } from './transfer.flow.js';

/** The newest version of every flow: what new instances are born with. */
export const flows: Readonly<Record<FlowId, Flow>> = {
  plan,
  task,
  checkpoint,
  coordination,
  handoff,
  extension,
  budget,
  appraisal,
  transfer,
  periodReport,
  incident,
  question,
  explanation,
};

/** Versions that new instances no longer take; running ones stay on the version they were born with. */
const earlier: readonly Flow[] = [budget1, task1, task2, checkpoint1, periodReport1, coordination1, handoff1];

/** Every version that an instance may still run on. */
export const releasedFlows: readonly Flow[] = [...Object.values(flows), ...earlier];

/** Versions from here on are an office's own: written as data, released beside the shipped one. */
export const FIRST_OWN_VERSION = 1001;

const own = new Map<string, Flow>();
const keyOf = (id: FlowId, version: number) => `${id} ${version}`;

/** Makes an office's own version known to this process. A version is never changed, so it is learnt once. */
export function learnFlow(flow: Flow): void {
  own.set(keyOf(flow.id, flow.version), flow);
}

/** The offices' own versions that this process has learnt. */
export const ownFlows = (): readonly Flow[] => [...own.values()];

const find = (id: FlowId, version: number): Flow | undefined =>
  version === flows[id].version
    ? flows[id]
    : (own.get(keyOf(id, version)) ?? earlier.find((flow) => flow.id === id && flow.version === version));

/** True for every version that `flowOf` finds. */
export const knowsFlow = (id: FlowId, version: number): boolean => find(id, version) !== undefined;

/** The flow an instance runs on; throws for a version that was never released, or not learnt yet. */
export function flowOf(id: FlowId, version?: number): Flow {
  if (version === undefined) return flows[id];
  const flow = find(id, version);
  if (!flow) throw new DamagedSnapshot(`there is no version ${version} of ${id}`);
  return flow;
}
