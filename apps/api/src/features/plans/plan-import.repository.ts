import { Injectable } from '@nestjs/common';
import type { Doubt, PlanReading } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { RememberedAnswer, SettledName } from './remembered-names.js';
import type { PlacedHeading, PlacedItem } from './storable-reading.js';

const findSameFile = {
  name: 'find-plan-of-same-file',
  text: `
    select p.id from file f join plan p on p.file_id = f.id join instance i on i.id = p.id
    where f.sha256 = $1 and p.owner_unit_id = $2 and i.phase <> 'cancelled' limit 1`,
};

/** Two uploads of one file by one unit wait for each other; the second then finds the first. */
const lockUpload = { name: 'lock-upload', text: `select pg_advisory_xact_lock(hashtextextended($1, 0))` };

const insertPlan = {
  name: 'insert-plan',
  text: `
    insert into plan (id, title, number, year, owner_unit_id, file_id, document, headings, calendar, source)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

const insertItems = {
  name: 'insert-plan-items',
  text: `
    insert into plan_item (id, plan_id, position, ref, title, text, unit_of_measure, leads, coordinators, timing, targets,
                           hands_off_to, receives_from, approvers, deliverable, budget_vnd, read)
    select x.id, $1, x.position, x.read->>'ref', x.read->>'title', x.read->>'text', x.read->>'unitOfMeasure',
           array(select jsonb_array_elements_text(x.read->'leads')),
           array(select jsonb_array_elements_text(x.read->'coordinators')), x.read->'timing', x.read->'targets',
           array(select jsonb_array_elements_text(x.read->'handsOffTo')),
           array(select jsonb_array_elements_text(x.read->'receivesFrom')),
           array(select jsonb_array_elements_text(x.read->'approvers')), x.read->>'deliverable',
           (x.read->>'budgetVnd')::bigint, x.read
    from jsonb_to_recordset($2::jsonb) as x(id uuid, position int, read jsonb)`,
};

/** Names that persons settled in earlier plans of a unit, the newest answer of each. */
const settledNames = {
  name: 'settled-names-of-owner',
  text: `
    select distinct on (n.name) n.name, n.unit_ids as "unitIds", n.settled_by as "settledBy", n.settled_at as "settledAt"
    from plan_name n join plan p on p.id = n.plan_id
    where p.owner_unit_id = $1 order by n.name, n.settled_at desc`,
};

/** Answers known before: the doubt is settled and the name stands for the units, by whom and when it was said first. */
const answerFromMemory = {
  name: 'answer-doubts-from-memory',
  text: `
    with given as materialized (
      select x.* from jsonb_to_recordset($2::jsonb)
        as x(position int, name text, "unitIds" text[], "settledBy" uuid, "settledAt" timestamptz)),
    named as (
      insert into plan_name (plan_id, name, unit_ids, settled_by, settled_at)
      select distinct on (name) $1::uuid, name, "unitIds", "settledBy", "settledAt" from given order by name
      on conflict do nothing)
    update doubt d
    set settled_at = given."settledAt", settled_by = given."settledBy", settled_value = to_jsonb(given."unitIds")
    from given where d.plan_id = $1 and d.position = given.position`,
};

const insertDoubts = {
  name: 'insert-doubts',
  text: `
    insert into doubt (plan_id, item_id, position, doubt)
    select $1, x."itemId", x.position, x.doubt
    from jsonb_to_recordset($2::jsonb) as x("itemId" uuid, position int, doubt jsonb)`,
};

export interface PlanToStore {
  planId: string;
  ownerUnitId: string;
  fileId: string;
  title: string;
  year: number;
  reading: PlanReading;
  headings: readonly PlacedHeading[];
  items: readonly (PlacedItem & { id: string })[];
  doubts: readonly { itemId: string | null; position: number; doubt: Doubt }[];
}

@Injectable()
export class PlanImportRepository {
  constructor(private readonly sql: Sql) {}

  async findSameFile(sha256: Buffer, ownerUnitId: string, runner: SqlRunner = this.sql): Promise<string | undefined> {
    const [row] = await runner.rows<{ id: string }>(findSameFile, [sha256, ownerUnitId]);
    return row?.id;
  }

  async lockUpload(sha256: Buffer, ownerUnitId: string, runner: SqlRunner): Promise<void> {
    await runner.rows(lockUpload, [`${ownerUnitId} ${sha256.toString('hex')}`]);
  }

  settledNames(ownerUnitId: string, runner: SqlRunner): Promise<SettledName[]> {
    return runner.rows<SettledName & Record<string, unknown>>(settledNames, [ownerUnitId]);
  }

  async answerFromMemory(planId: string, answers: readonly RememberedAnswer[], runner: SqlRunner): Promise<void> {
    if (answers.length > 0) await runner.rows(answerFromMemory, [planId, JSON.stringify(answers)]);
  }

  async store(plan: PlanToStore, runner: SqlRunner): Promise<void> {
    const { document, calendar, source } = plan.reading;
    await runner.rows(insertPlan, [
      plan.planId,
      plan.title,
      document.number,
      plan.year,
      plan.ownerUnitId,
      plan.fileId,
      JSON.stringify(document),
      JSON.stringify(plan.headings),
      JSON.stringify(calendar),
      JSON.stringify(source),
    ]);
    const items = plan.items.map(({ id, position, item }) => ({ id, position, read: item }));
    await runner.rows(insertItems, [plan.planId, JSON.stringify(items)]);
    await runner.rows(insertDoubts, [plan.planId, JSON.stringify(plan.doubts)]);
  }
}
