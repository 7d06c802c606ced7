import type { FlowId } from '@phancong/contracts';

import type { Flow } from '../engine/flow.js';
import { appraisal } from './appraisal.flow.js';
import { budget } from './budget.flow.js';
import { checkpoint } from './checkpoint.flow.js';
import { coordination } from './coordination.flow.js';
import { budget1 } from './earlier/budget-1.flow.js';
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
const earlier: readonly Flow[] = [budget1];

/** Every version that an instance may still run on. */
export const releasedFlows: readonly Flow[] = [...Object.values(flows), ...earlier];

/** The flow an instance runs on; throws for a version that was never released. */
export function flowOf(id: FlowId, version?: number): Flow {
  const newest = flows[id];
  if (version === undefined || version === newest.version) return newest;
  const flow = earlier.find((candidate) => candidate.id === id && candidate.version === version);
  if (!flow) throw new Error(`Flow ${id} has no version ${version}.`);
  return flow;
}
