import type { FlowId } from '@phancong/contracts';

import type { Flow } from '../engine/flow.js';
import { checkpoint } from './checkpoint.flow.js';
import { plan } from './plan.flow.js';
import { task } from './task.flow.js';

/** Every released version of every flow, newest last. A running instance stays on the version it was born with. */
const released: Record<string, readonly Flow[]> = {
  plan: [plan],
  task: [task],
  checkpoint: [checkpoint],
};

/** The newest version of every flow: what new instances are born with. */
export const flows = Object.fromEntries(
  Object.entries(released).map(([id, versions]) => [id, versions.at(-1)]),
) as Record<FlowId, Flow>;

/** The flow an instance runs on; throws for a version that was never released. */
export function flowOf(id: FlowId, version: number = flows[id].version): Flow {
  const flow = released[id]?.find((candidate) => candidate.version === version);
  if (!flow) throw new Error(`Flow ${id} has no version ${version}.`);
  return flow;
}
