import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { SetupService } from '../administration/setup.service.js';
import { ClockService } from '../clock/clock.service.js';
import { hashPassword } from '../people/password.js';
import { WorkerService } from '../worker/worker.service.js';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_REGISTRY_DAY, demonstrationPeople } from './demonstration-accounts.js';
import { DemonstrationPeopleRepository } from './demonstration-people.repository.js';
import { DemonstrationPlanService } from './demonstration-plan.service.js';
import { DemonstrationRepository } from './demonstration.repository.js';
import { writeInvitation } from './invitation.js';
import { cameBackLate } from './simulation/cast.js';
import { seatKey } from './simulation/deed.js';
import { callerOf } from './simulation/deeds.service.js';
import { addWorkingDays, FIRST_DAY, LAST_DAY } from './simulation/office-days.js';
import { SimulationService } from './simulation/simulation.service.js';
import { say as sayNumber } from './simulation/words/speak.js';

const CENTRE = 'ttt';
const AWAY = `${cameBackLate}-truoc-2025-07`;

/** Loads the demonstration once: people, the plan of 2025 activated in January, and its spring lived through the engine. */
@Injectable()
export class DemonstrationService {
  private readonly logger = new Logger('Demonstration');

  constructor(
    private readonly sql: Sql,
    private readonly repository: DemonstrationRepository,
    private readonly people: DemonstrationPeopleRepository,
    private readonly plan: DemonstrationPlanService,
    private readonly simulation: SimulationService,
    private readonly clock: ClockService,
    private readonly worker: WorkerService,
    private readonly setup: SetupService,
  ) {}

  /** Returns at once when it is loaded. One that was interrupted is cleared and loaded anew; real data is never touched. */
  async load(say: (line: string) => void): Promise<void> {
    await this.repository.alone(async () => {
      const { finished, inUse } = await this.repository.state();
      if (finished === true) return;
      if (finished === null && inUse) {
        throw new Error(
          'cơ sở dữ liệu đã có dữ liệu thật, không dựng bản trình diễn lên trên; hãy đặt PHANCONG_DEMO=0 hoặc dùng cơ sở dữ liệu khác / ' +
            'the database holds real data, the demonstration is not put on top of it; set PHANCONG_DEMO=0 or use another database',
        );
      }
      if (finished === false) {
        say('▸ Lần dựng trước bị ngắt giữa chừng, dựng lại từ đầu · The last loading was interrupted, starting over');
      }
      await this.worker.restWhile(() => this.build(say));
    });
  }

  async invitation(url: string): Promise<string> {
    const { today, kind } = await this.clock.read();
    return writeInvitation(url, kind === 'demonstration' ? today : null, await this.setup.neededCode());
  }

  private async build(say: (line: string) => void): Promise<void> {
    const begun = performance.now();
    say('▸ Dựng bản trình diễn (một lần, chừng một phút) · Loading the demonstration (once, about a minute)');
    const actors = await this.seatPeople();
    const callerFor = (post: 'officer' | 'head') =>
      callerOf({ unitId: CENTRE, post }, DEMONSTRATION_REGISTRY_DAY, { actors });
    const { planId, ...made } = await this.plan.activate(callerFor('officer'), callerFor('head'));
    say(
      `  Đã giao kế hoạch năm 2025: ${sayNumber(made.tasks)} nhiệm vụ, ${sayNumber(made.checkpoints)} kỳ báo cáo · ` +
        `The plan of 2025 is activated: ${made.tasks} tasks, ${made.checkpoints} reports`,
    );
    const { refused } = await this.simulation.run({ id: planId, ownerUnitId: CENTRE }, actors, say);
    for (const { deed, message } of refused) {
      this.logger.warn({ deed, message });
      say(`  Một bước bị từ chối, ngày ${deed.day} · A step was refused: ${message}`);
    }
    // Officers read what their units are told within two working days; the one of Bắc Giang has just come back.
    await this.repository.readNotices(AWAY, addWorkingDays(LAST_DAY, -2));
    await this.repository.finish();
    const seconds = Math.round((performance.now() - begun) / 1000);
    say(`▸ Đã dựng xong sau ${seconds} giây · Loaded in ${seconds} seconds`);
  }

  private async seatPeople(): Promise<ReadonlyMap<string, Actor>> {
    const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
    return this.sql.transaction(async (runner) => {
      await this.repository.clear(runner);
      await this.repository.begin(FIRST_DAY, runner);
      await this.people.insert(demonstrationPeople(), passwordHash, runner);
      const actors = await this.people.actors(runner);
      return new Map(actors.map(({ username: _, ...actor }) => [seatKey(actor), actor]));
    });
  }
}
