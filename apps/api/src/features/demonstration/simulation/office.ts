import type { IsoDate } from '@phancong/contracts';

import type { Character } from './character.js';
import type { Deed, Seat } from './deed.js';
import type { Scene } from './habits.js';
import type { Chances } from './random.js';
import { communes, districtsOf, enterprises } from './words/places.js';
import type { WorldTask, WorldUnit } from './world.js';

/** A report that was handed in, for the centre to look at. */
export interface HandIn {
  id: string;
  kind: 'checkpoint' | 'task';
  day: IsoDate;
  by: Seat;
  payload: Record<string, unknown>;
  /** Returned for certain on this day. */
  returnedOn?: IsoDate;
}

/** One unit that leads tasks, and what it has done so far. */
export interface Office {
  unit: WorldUnit;
  seat: Seat;
  character: Character;
  chances: Chances;
  tasks: WorldTask[];
  /** When it acknowledged each task; a task that is missing was not. */
  acknowledged: Map<string, IsoDate>;
  deeds: Deed[];
  handIns: HandIn[];
}

/** Places and chances of one office on one day. */
export function sceneOf({ unit, chances }: Office, day: IsoDate): Scene {
  const districts = districtsOf(unit.id);
  return {
    chances,
    unitId: unit.id,
    unitName: unit.name,
    day,
    commune: () => `Xã ${chances.pick(communes)}, ${chances.pick(districts).full}`,
    enterprise: () => {
      const district = chances.pick(districts);
      return `${chances.pick(enterprises)} ${district.bare}, ${district.full}`;
    },
    district: () => chances.pick(districts).full,
  };
}

export const isWave = (task: WorldTask): boolean => task.ref === 'II.1' || task.ref === 'II.2.a';
