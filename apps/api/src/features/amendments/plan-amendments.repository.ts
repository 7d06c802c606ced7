import { Injectable } from '@nestjs/common';
import type {
  AmendedDocument,
  AmendedRow,
  AmendmentChange,
  Doubt,
  ReadDocument,
  SourceRow,
  TableItem,
} from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

export interface AmendmentLineRow {
  id: string;
  plan_id: string;
  kind: 'decision' | 'version';
  document: ReadDocument;
  file_name: string;
  state: 'draft' | 'applied' | 'discarded';
  created_by: string;
  created_by_id: string;
  created_at: Date;
  settled_by: string | null;
  settled_at: Date | null;
}

export interface AmendmentRow extends AmendmentLineRow {
  amends: AmendedDocument | null;
  changes: AmendmentChange[];
  items: TableItem[];
  doubts: Doubt[];
  source: SourceRow[];
  applied: AmendedRow[] | null;
}

export interface AmendmentToStore {
  id: string;
  planId: string;
  fileId: string;
  kind: 'decision' | 'version';
  document: ReadDocument;
  amends: AmendedDocument | null;
  changes: readonly AmendmentChange[];
  items: readonly TableItem[];
  doubts: readonly Doubt[];
  source: readonly SourceRow[];
}

const lineColumns = `
  a.id, a.plan_id, a.kind, a.document, f.name as file_name, a.state, maker.full_name as created_by, a.created_by as created_by_id,
  a.created_at, settler.full_name as settled_by, a.settled_at`;

const tables = `
  plan_amendment a join file f on f.id = a.file_id join person maker on maker.id = a.created_by
  left join person settler on settler.id = a.settled_by`;

const list = {
  name: 'list-plan-amendments',
  text: `select ${lineColumns} from ${tables} where a.plan_id = $1 order by a.created_at desc, a.id limit 200`,
};

const find = {
  name: 'find-plan-amendment',
  text: `
    select ${lineColumns}, a.amends, a.changes, a.items, a.doubts, a.source, a.applied
    from ${tables} where a.plan_id = $1 and a.id = $2`,
};

const findSameFile = {
  name: 'find-amendment-of-same-file',
  text: `
    select a.id from plan_amendment a join file f on f.id = a.file_id
    where a.plan_id = $1 and f.sha256 = $2 and a.state <> 'discarded' limit 1`,
};

const insert = {
  name: 'insert-plan-amendment',
  text: `
    insert into plan_amendment (id, plan_id, file_id, kind, document, amends, changes, items, doubts, source, state, created_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', $11)`,
};

const settle = {
  name: 'settle-plan-amendment',
  text: `
    update plan_amendment set state = $2, settled_by = $3, settled_at = now(), applied = $4
    where id = $1 and state = 'draft' returning id`,
};

const keepVersion = { name: 'keep-amended-version', text: `select keep_plan_version($1, 'amended')` };

/** Amendments of plans as they were read and settled. */
@Injectable()
export class PlanAmendmentsRepository {
  constructor(private readonly sql: Sql) {}

  list(planId: string): Promise<AmendmentLineRow[]> {
    return this.sql.rows<AmendmentLineRow & Record<string, unknown>>(list, [planId]);
  }

  async find(planId: string, id: string, runner: SqlRunner = this.sql): Promise<AmendmentRow | undefined> {
    return (await runner.rows<AmendmentRow & Record<string, unknown>>(find, [planId, id]))[0];
  }

  async findSameFile(planId: string, sha256: Buffer, runner: SqlRunner): Promise<string | undefined> {
    return (await runner.rows<{ id: string }>(findSameFile, [planId, sha256]))[0]?.id;
  }

  async store(amendment: AmendmentToStore, personId: string, runner: SqlRunner): Promise<void> {
    const { id, planId, fileId, kind, ...read } = amendment;
    const { document, amends, changes, items, doubts, source } = read;
    await runner.rows(insert, [
      id,
      planId,
      fileId,
      kind,
      ...[document, amends, changes, items, doubts, source].map((value) => JSON.stringify(value)),
      personId,
    ]);
  }

  /** False when it was settled before. */
  async settle(
    id: string,
    state: 'applied' | 'discarded',
    personId: string,
    applied: unknown,
    runner: SqlRunner,
  ): Promise<boolean> {
    return (await runner.rows(settle, [id, state, personId, JSON.stringify(applied)])).length > 0;
  }

  /** Keeps the amended table as a version of the plan. */
  async keepVersion(planId: string, runner: SqlRunner): Promise<void> {
    await runner.rows(keepVersion, [planId]);
  }
}
