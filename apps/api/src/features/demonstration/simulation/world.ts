import type { IsoDate } from '@phancong/contracts';

/** One reporting period of a task, as activation made it. */
export interface WorldCheckpoint {
  id: string;
  label: string;
  dueOn: IsoDate;
}

export interface WorldCoordination {
  id: string;
  unitId: string;
}

/** A task of the activated plan with what hangs on it. */
export interface WorldTask {
  id: string;
  ref: string;
  unitId: string;
  startsOn: IsoDate;
  dueOn: IsoDate | null;
  checkpoints: WorldCheckpoint[];
  coordinations: WorldCoordination[];
  /** Targets by their position in the row of the plan. */
  targetIds: string[];
}

export interface WorldUnit {
  id: string;
  name: string;
  isProvincial: boolean;
}

/** The plan on the evening of its activation: everything that the simulated offices know. */
export interface World {
  units: WorldUnit[];
  tasks: WorldTask[];
  /** Rows of the plan by their outline number. */
  itemIds: Record<string, string>;
}
