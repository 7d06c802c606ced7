import { Injectable } from '@nestjs/common';

import { ClockService } from '../../clock/clock.service.js';
import { WorkerService } from '../../worker/worker.service.js';
import type { Deed } from './deed.js';
import { DeedsService, type RefusedDeed, type Stage } from './deeds.service.js';
import { FIRST_DAY, LAST_DAY, workingDays } from './office-days.js';
import { planDeeds } from './plan-deeds.js';
import { workSideBySide } from './side-by-side.js';
import { say } from './words/speak.js';
import type { World } from './world.js';
import { WorldRepository } from './world.repository.js';

const AT_ONCE = 8;

/** Deeds in piles, each in its order. */
function pileBy(deeds: readonly Deed[], keyOf: (deed: Deed) => string): Map<string, Deed[]> {
  const piles = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const pile = piles.get(keyOf(deed));
    if (pile) pile.push(deed);
    else piles.set(keyOf(deed), [deed]);
  }
  return piles;
}

const byUnit = (deeds: readonly Deed[]) => [...pileBy(deeds, (deed) => deed.by.unitId).values()];

/** Lives through the spring of 2025 day by day: the clock is set, deadlines fire, then the offices work. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly deeds: DeedsService,
    private readonly world: WorldRepository,
    private readonly clock: ClockService,
    private readonly worker: WorkerService,
  ) {}

  async run(
    plan: { id: string; ownerUnitId: string },
    actors: Stage['actors'],
    tell: (line: string) => void,
  ): Promise<{ refused: RefusedDeed[] }> {
    const world = await this.world.read(plan.id);
    const deeds = planDeeds(world, plan.ownerUnitId);
    const days = pileBy(deeds, (deed) => deed.day);
    const stage: Stage = { actors, born: new Map() };
    const refused: RefusedDeed[] = [];
    let done = 0;
    let month = '';
    for (const day of workingDays(FIRST_DAY, LAST_DAY)) {
      if (day.slice(0, 7) !== month) {
        month = day.slice(0, 7);
        const [year, number] = month.split('-').map(Number);
        tell(`  Đang dựng lại tháng ${number}/${year} … ${say(done)} bước · Replaying ${month} … ${done} steps`);
      }
      await this.clock.setDemonstrationDay(day);
      done += await this.worker.catchUp(day);
      refused.push(...(await this.live(world, days.get(day) ?? [], stage)));
      done += (days.get(day) ?? []).reduce((sum, deed) => sum + (deed.kind === 'move' ? deed.on.length : 1), 0);
    }
    await this.worker.catchUp(LAST_DAY);
    return { refused };
  }

  /** Provinces first, side by side; then headquarters, whose work meets in the same rows. */
  private async live({ units }: World, deeds: readonly Deed[], stage: Stage): Promise<RefusedDeed[]> {
    const provinces = new Set(units.filter((unit) => unit.isProvincial).map((unit) => unit.id));
    const refused: RefusedDeed[] = [];
    const work = async (pile: Deed[]) => {
      for (const deed of pile) refused.push(...(await this.deeds.perform(deed, stage)));
    };
    const isProvincial = (deed: Deed) => provinces.has(deed.by.unitId);
    await workSideBySide(byUnit(deeds.filter(isProvincial)), AT_ONCE, work);
    await workSideBySide(byUnit(deeds.filter((deed) => !isProvincial(deed))), AT_ONCE, work);
    return refused;
  }
}
