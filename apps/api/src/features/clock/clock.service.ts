import { Injectable } from '@nestjs/common';
import type { Clock } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

const readClock = {
  name: 'read-clock',
  text: `select official_today() as today, exists (select from demonstration_clock) as demonstration`,
};

const setClock = {
  name: 'set-clock',
  text: `insert into demonstration_clock (one, today) values (true, $1)
         on conflict (one) do update set today = excluded.today`,
};

/** The official day: real, or of the demonstration. The only place that knows which. */
@Injectable()
export class ClockService {
  constructor(private readonly sql: Sql) {}

  async read(): Promise<Clock> {
    const row = await this.sql.row<{ today: string; demonstration: boolean }>(readClock);
    if (!row) throw new Error('The database did not tell the day.');
    return { today: row.today, kind: row.demonstration ? 'demonstration' : 'real' };
  }

  async setDemonstrationDay(today: string, runner: SqlRunner = this.sql): Promise<void> {
    await runner.rows(setClock, [today]);
  }
}
