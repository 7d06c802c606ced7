import { allUnits } from '@phancong/units';

import type { SqlRunner } from '../../platform/database/sql.js';

/**
 * Units shipped with the product. A unit that is there already is brought up to date; one that an office added stays.
 * All rows go in one statement, so that parents and children may come in any order.
 */
const upsertUnits = {
  name: 'upsert-units',
  text: `
    insert into unit as u (id, name, short_name, name_en, kind, parent_id, valid_from, valid_to, code, aliases,
                           successor_ids, confirmed)
    select x.id, x.name, x."shortName", x."nameEn", x.kind, x."parentId", x."validFrom", x."validTo", x.code, x.aliases,
           x."successorIds", x.confirmed
    from jsonb_to_recordset($1::jsonb)
      as x(id text, name text, "shortName" text, "nameEn" text, kind text, "parentId" text, "validFrom" date,
           "validTo" date, code text, aliases text[], "successorIds" text[], confirmed boolean)
    on conflict (id) do update
    set name = excluded.name, short_name = excluded.short_name, name_en = excluded.name_en, kind = excluded.kind,
        parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        code = excluded.code, aliases = excluded.aliases, successor_ids = excluded.successor_ids,
        confirmed = excluded.confirmed
    where (u.name, u.short_name, u.name_en, u.kind, u.parent_id, u.valid_from, u.valid_to, u.code, u.aliases,
           u.successor_ids, u.confirmed)
      is distinct from (excluded.name, excluded.short_name, excluded.name_en, excluded.kind, excluded.parent_id,
           excluded.valid_from, excluded.valid_to, excluded.code, excluded.aliases, excluded.successor_ids,
           excluded.confirmed)`,
};

/** Writes the shipped registry into the table; safe to repeat at every start and by several processes at once. */
export async function loadShippedRegistry(runner: SqlRunner): Promise<void> {
  const sorted = [...allUnits].sort((a, b) => (a.id < b.id ? -1 : 1));
  const normalised = JSON.stringify(sorted).normalize('NFC');
  await runner.rows(upsertUnits, [normalised]);
}
