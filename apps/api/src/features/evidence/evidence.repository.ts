import { Injectable } from '@nestjs/common';
import type { Evidence, EvidenceKind, Post, RecordEvidence } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { behalfOf } from '../people/seats.js';

interface EvidenceRow {
  id: string;
  task_id: string;
  instance_id: string;
  target_id: string | null;
  kind: EvidenceKind;
  title: string;
  happened_on: string;
  place: string | null;
  participants: number | null;
  quantity: string;
  link: string | null;
  note: string | null;
  withdrawn_reason: string | null;
  recorded_at: Date;
  person_id: string;
  full_name: string;
  unit_id: string;
  unit_name: string;
  post: Post;
  for_person_id: string | null;
  for_name: string | null;
  file_id: string | null;
  file_name: string | null;
  media_type: string | null;
  size: number | null;
}

const selectEvidence = `
  select e.id, e.task_id, e.instance_id, e.target_id, e.kind, e.title, e.happened_on, e.place, e.participants, e.quantity,
         e.link, e.note, e.withdrawn_reason, e.recorded_at, e.person_id, p.full_name, e.unit_id, u.name as unit_name, e.post,
         e.on_behalf_of_id as for_person_id, g.full_name as for_name, f.id as file_id, f.name as file_name, f.media_type, f.size
  from evidence e join person p on p.id = e.person_id join unit u on u.id = e.unit_id left join file f on f.id = e.file_id
  left join person g on g.id = e.on_behalf_of_id`;

const ofTask = {
  name: 'evidence-of-task',
  text: `${selectEvidence} where e.task_id = $1 order by e.happened_on desc, e.id desc limit 500`,
};

const byId = { name: 'evidence-by-id', text: `${selectEvidence} where e.id = $1` };

const insertEvidence = {
  name: 'insert-evidence',
  text: `
    insert into evidence (task_id, instance_id, target_id, kind, title, happened_on, place, participants, quantity, link,
                          file_id, note, person_id, unit_id, post, on_behalf_of_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id`,
};

/** A row in several windows has one ledger per lead, on the task of its last window: the proof of every window counts. */
const targetOfTask = {
  name: 'target-of-task',
  text: `
    select t.id from target t join instance ledger on ledger.id = t.task_id
    join instance task on task.id = $2 and task.plan_id = ledger.plan_id
      and coalesce(task.origin_unit_id, task.to_unit_id) = coalesce(ledger.origin_unit_id, ledger.to_unit_id)
      and task.item_id is not distinct from ledger.item_id
    where t.id = $1`,
};

const withdraw = {
  name: 'withdraw-evidence',
  text: `
    update evidence set withdrawn_reason = $2, withdrawn_at = now()
    where id = $1 and withdrawn_at is null returning id`,
};

const toEvidence = (row: EvidenceRow): Evidence => ({
  id: row.id,
  instanceId: row.instance_id,
  taskId: row.task_id,
  targetId: row.target_id,
  kind: row.kind,
  title: row.title,
  happenedOn: row.happened_on,
  place: row.place,
  participants: row.participants,
  quantity: Number(row.quantity),
  link: row.link,
  file:
    row.file_id && row.file_name && row.media_type
      ? { id: row.file_id, name: row.file_name, mediaType: row.media_type, size: row.size ?? 0 }
      : null,
  note: row.note,
  recordedBy: {
    personId: row.person_id,
    personName: row.full_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    post: row.post,
    ...behalfOf(row),
  },
  recordedAt: row.recorded_at.toISOString(),
  withdrawnReason: row.withdrawn_reason,
});

@Injectable()
export class EvidenceRepository {
  constructor(private readonly sql: Sql) {}

  async ofTask(taskId: string): Promise<Evidence[]> {
    return (await this.sql.rows<EvidenceRow>(ofTask, [taskId])).map(toEvidence);
  }

  async find(id: string, runner: SqlRunner = this.sql): Promise<Evidence | undefined> {
    const [row] = await runner.rows<EvidenceRow>(byId, [id]);
    return row && toEvidence(row);
  }

  async insert(
    { actor }: Pick<Caller, 'actor'>,
    place: { taskId: string; instanceId: string },
    body: RecordEvidence,
    runner: SqlRunner,
  ): Promise<string> {
    const [row] = await runner.rows<{ id: string }>(insertEvidence, [
      place.taskId,
      place.instanceId,
      body.targetId,
      body.kind,
      body.title,
      body.happenedOn,
      body.place,
      body.participants,
      body.quantity,
      body.link,
      body.fileId,
      body.note,
      actor.personId,
      actor.unitId,
      actor.post,
      actor.onBehalfOf?.personId ?? null,
    ]);
    if (!row) throw new Error('The evidence was not inserted.');
    return row.id;
  }

  async isTargetOf(targetId: string, taskId: string): Promise<boolean> {
    return (await this.sql.row(targetOfTask, [targetId, taskId])) !== undefined;
  }

  async withdraw(id: string, reason: string): Promise<boolean> {
    return (await this.sql.row(withdraw, [id, reason])) !== undefined;
  }
}
