import { Injectable } from '@nestjs/common';
import type { RecordedEvent, RecordEvents } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

interface EventRow {
  id: string;
  on_day: string;
  change: RecordedEvent['change'];
  document: string | null;
  confirmed: boolean;
  full_name: string;
  recorded_at: Date;
}

const listEvents = {
  name: 'list-unit-events',
  text: `
    select e.id, e.on_day, e.change, e.document, e.confirmed, p.full_name, e.recorded_at
    from unit_event e join person p on p.id = e.recorded_by order by e.recorded_at, e.position, e.id`,
};

const insertEvents = {
  name: 'insert-unit-events',
  text: `
    insert into unit_event (position, on_day, change, document, confirmed, recorded_by)
    select x.place, x."on", x.change, x.document, x.confirmed, $2::uuid
    from rows from (jsonb_to_recordset($1::jsonb) as ("on" date, change jsonb, document text, confirmed boolean))
      with ordinality as x("on", change, document, confirmed, place)
`,
};

const lockRegistry = { name: 'lock-registry', text: `lock table unit_event in share row exclusive mode` };

/** What stands at units: open work on either side, and posts that are held on the day ($2) or after. */
const countHeld = {
  name: 'count-held-by-units',
  text: `
    select (select count(*) from instance
            where phase = 'open' and (from_unit_id = any($1::text[]) or to_unit_id = any($1::text[])))::int as open,
           (select count(*) from post_holding
            where unit_id = any($1::text[]) and (valid_to is null or valid_to >= $2::date))::int as people`,
};

/** The events of the registry that an office recorded. */
@Injectable()
export class RegistryRepository {
  constructor(private readonly sql: Sql) {}

  async events(runner: SqlRunner = this.sql): Promise<RecordedEvent[]> {
    const rows = await runner.rows<EventRow & Record<string, unknown>>(listEvents);
    return rows.map((row) => ({
      id: row.id,
      on: row.on_day,
      change: row.change,
      document: row.document,
      confirmed: row.confirmed,
      recordedBy: row.full_name,
      recordedAt: row.recorded_at.toISOString(),
    }));
  }

  /** Two who record at once do it one after the other. */
  async lock(runner: SqlRunner): Promise<void> {
    await runner.rows(lockRegistry);
  }

  async record(events: RecordEvents['events'], personId: string, runner: SqlRunner): Promise<void> {
    await runner.rows(insertEvents, [JSON.stringify(events), personId]);
  }

  /** Past the wall: whoever looks after the registry has to know what all units hold. */
  async heldBy(unitIds: readonly string[], day: string): Promise<{ open: number; people: number }> {
    const [held] = await this.sql.engine.rows<{ open: number; people: number }>(countHeld, [unitIds, day]);
    return held ?? { open: 0, people: 0 };
  }
}
