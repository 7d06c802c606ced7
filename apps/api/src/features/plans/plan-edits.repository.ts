import { Injectable } from '@nestjs/common';
import type { PlanEditKind } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { ReviewChanges } from './review-changes.js';

export interface PlanEditRow {
  id: string;
  number: number;
  kind: PlanEditKind;
  person_id: string;
  full_name: string;
  made_at: Date;
  changes: ReviewChanges;
  undone_at: Date | null;
}

const insertEdit = {
  name: 'insert-plan-edit',
  text: `
    insert into plan_edit (plan_id, number, kind, person_id, changes)
    select $1, 1 + coalesce(max(number), 0), $2, $3, $4 from plan_edit where plan_id = $1
    returning id`,
};

const selectEdits = `
  select e.id, e.number, e.kind, e.person_id, p.full_name, e.made_at, e.changes, e.undone_at
  from plan_edit e join person p on p.id = e.person_id where e.plan_id = $1`;

const listEdits = { name: 'list-plan-edits', text: `${selectEdits} order by e.number desc limit $2` };

const findEdit = { name: 'find-plan-edit', text: `${selectEdits} and e.id = $2` };

/** The person's own newest step that stands. */
const findToUndo = {
  name: 'find-plan-edit-to-undo',
  text: `${selectEdits} and e.person_id = $2 and e.undone_at is null order by e.number desc limit 1`,
};

/** The person's first undone step after all of the own steps that stand: a new step ends the way back to undone ones. */
const findToRedo = {
  name: 'find-plan-edit-to-redo',
  text: `
    ${selectEdits} and e.person_id = $2 and e.undone_at is not null
      and e.number > coalesce((
        select max(number) from plan_edit where plan_id = $1 and person_id = $2 and undone_at is null), 0)
    order by e.number limit 1`,
};

const markEdit = {
  name: 'mark-plan-edit',
  text: `update plan_edit set undone_at = case when $2 then now() end where id = $1`,
};

/** The newest step of anybody about a row, a doubt, or (without both) the facts of the document. */
const findLast = {
  name: 'find-last-plan-edit-about',
  text: `
    ${selectEdits} and (
      e.changes->'rows' @> jsonb_build_array(jsonb_build_object('id', $2::text))
      or e.changes->'doubts' @> jsonb_build_array(jsonb_build_object('id', $2::text))
      or ($2::text is null and e.changes->'document' <> 'null'))
    order by greatest(e.made_at, e.undone_at) desc limit 1`,
};

/** The steps of the reviews, and the way back. */
@Injectable()
export class PlanEditsRepository {
  constructor(private readonly sql: Sql) {}

  async add(
    planId: string,
    edit: { kind: PlanEditKind; personId: string; changes: ReviewChanges },
    runner: SqlRunner,
  ): Promise<string> {
    const [row] = await runner.rows<{ id: string }>(insertEdit, [
      planId,
      edit.kind,
      edit.personId,
      JSON.stringify(edit.changes),
    ]);
    return row?.id ?? '';
  }

  list(planId: string, most: number, runner: SqlRunner = this.sql): Promise<PlanEditRow[]> {
    return runner.rows<PlanEditRow & Record<string, unknown>>(listEdits, [planId, most]);
  }

  find(planId: string, id: string, runner: SqlRunner): Promise<PlanEditRow | undefined> {
    return this.one(findEdit, [planId, id], runner);
  }

  toUndo(planId: string, personId: string, runner: SqlRunner = this.sql): Promise<PlanEditRow | undefined> {
    return this.one(findToUndo, [planId, personId], runner);
  }

  toRedo(planId: string, personId: string, runner: SqlRunner = this.sql): Promise<PlanEditRow | undefined> {
    return this.one(findToRedo, [planId, personId], runner);
  }

  async mark(id: string, undone: boolean, runner: SqlRunner): Promise<void> {
    await runner.rows(markEdit, [id, undone]);
  }

  lastAbout(planId: string, id: string | null, runner: SqlRunner): Promise<PlanEditRow | undefined> {
    return this.one(findLast, [planId, id], runner);
  }

  private async one(statement: { name: string; text: string }, values: readonly unknown[], runner: SqlRunner) {
    return (await runner.rows<PlanEditRow & Record<string, unknown>>(statement, values))[0];
  }
}
