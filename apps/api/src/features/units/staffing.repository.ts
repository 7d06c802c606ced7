import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/sql.js';

const listUnstaffed = {
  name: 'list-unstaffed-units',
  text: `
    select u.id from unit u
    where not exists (
      select from post_holding h
      where h.unit_id = u.id and coalesce(h.valid_from, '-infinity') <= official_today()
        and official_today() <= coalesce(h.valid_to, 'infinity'))`,
};

/** Who sits where, as far as work that is sent to a unit has to know it. */
@Injectable()
export class StaffingRepository {
  constructor(private readonly sql: Sql) {}

  /** Units in which nobody holds a post today: what is sent to them, nobody sees. */
  async unstaffed(): Promise<Set<string>> {
    const rows = await this.sql.rows<{ id: string }>(listUnstaffed);
    return new Set(rows.map((row) => row.id));
  }
}
