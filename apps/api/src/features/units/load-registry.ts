import type { RegistryEvent, Unit } from '@phancong/contracts';
import { replayRegistry, shippedEvents } from '@phancong/units';

import type { SqlRunner } from '../../platform/database/sql.js';

/** All rows go in one statement, so that parents and children may come in any order. */
const upsertUnits = {
  name: 'upsert-units',
  text: `
    insert into unit as u (id, name, short_name, name_en, kind, parent_id, valid_from, valid_to, code, aliases,
                           successor_ids, confirmed, earlier, contact, pass_on)
    select x.id, x.name, x."shortName", x."nameEn", x.kind, x."parentId", x."validFrom", x."validTo", x.code, x.aliases,
           x."successorIds", x.confirmed, coalesce(x.earlier, '[]'), x.contact, coalesce(x."passOn", 'successor')
    from jsonb_to_recordset($1::jsonb)
      as x(id text, name text, "shortName" text, "nameEn" text, kind text, "parentId" text, "validFrom" date,
           "validTo" date, code text, aliases text[], "successorIds" text[], confirmed boolean, earlier jsonb, contact jsonb,
           "passOn" text)
    on conflict (id) do update
    set name = excluded.name, short_name = excluded.short_name, name_en = excluded.name_en, kind = excluded.kind,
        parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        code = excluded.code, aliases = excluded.aliases, successor_ids = excluded.successor_ids,
        confirmed = excluded.confirmed, earlier = excluded.earlier, contact = excluded.contact, pass_on = excluded.pass_on
    where (u.name, u.short_name, u.name_en, u.kind, u.parent_id, u.valid_from, u.valid_to, u.code, u.aliases,
           u.successor_ids, u.confirmed, u.earlier, u.contact, u.pass_on)
      is distinct from (excluded.name, excluded.short_name, excluded.name_en, excluded.kind, excluded.parent_id,
           excluded.valid_from, excluded.valid_to, excluded.code, excluded.aliases, excluded.successor_ids,
           excluded.confirmed, excluded.earlier, excluded.contact, excluded.pass_on)`,
};

const recordedEvents = {
  name: 'recorded-unit-events',
  text: `select on_day as on, change, document, confirmed from unit_event order by recorded_at, position, id`,
};

/** Writes units as the events say; a unit that is there already is brought up to date. */
export async function writeUnits(units: Iterable<Unit>, runner: SqlRunner): Promise<void> {
  const sorted = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
  await runner.rows(upsertUnits, [JSON.stringify(sorted).normalize('NFC')]);
}

/**
 * Derives the table of units from the shipped history and the events that the office recorded; safe to repeat at every start and by
 * several processes at once.
 */
export async function loadRegistry(runner: SqlRunner): Promise<void> {
  const recorded = await runner.rows<RegistryEvent & Record<string, unknown>>(recordedEvents);
  await writeUnits(replayRegistry([...shippedEvents, ...recorded]).units.values(), runner);
}
