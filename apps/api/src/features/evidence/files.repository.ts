import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { FileLink } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';

export interface StoredFile extends FileLink {
  bytes: Buffer;
  unitId: string;
}

const insertFile = {
  name: 'insert-file',
  text: `
    insert into file (sha256, name, media_type, size, bytes, unit_id, person_id)
    values ($1, $2, $3, $4, $5, $6, $7) returning id`,
};

const findFile = {
  name: 'find-file',
  text: `select id, name, media_type as "mediaType", size, bytes, unit_id as "unitId" from file where id = $1`,
};

/** Units that may read a file beside the one that stored it: parties of the work that it proves, owner of its plan. */
const findReaders = {
  name: 'find-file-readers',
  text: `
    select i.from_unit_id, i.to_unit_id, p.owner_unit_id
    from evidence e join instance i on i.id = e.instance_id join plan p on p.id = i.plan_id where e.file_id = $1
    union all
    select i.from_unit_id, i.to_unit_id, p.owner_unit_id
    from plan p join instance i on i.plan_id = p.id and i.flow = 'task' where p.file_id = $1
    union all
    select owner_unit_id, owner_unit_id, owner_unit_id from plan where file_id = $1`,
};

@Injectable()
export class FilesRepository {
  constructor(private readonly sql: Sql) {}

  async store(
    { actor }: Pick<Caller, 'actor'>,
    file: { name: string; mediaType: string; bytes: Buffer },
    runner: SqlRunner = this.sql,
  ): Promise<FileLink> {
    const name = file.name.normalize('NFC').slice(0, 255);
    const sha256 = createHash('sha256').update(file.bytes).digest();
    const [row] = await runner.rows<{ id: string }>(insertFile, [
      sha256,
      name,
      file.mediaType,
      file.bytes.length,
      file.bytes,
      actor.unitId,
      actor.personId,
    ]);
    if (!row) throw new Error('The file was not stored.');
    return { id: row.id, name, mediaType: file.mediaType, size: file.bytes.length };
  }

  find(id: string): Promise<StoredFile | undefined> {
    return this.sql.row<StoredFile & Record<string, unknown>>(findFile, [id]);
  }

  readers(id: string): Promise<{ from_unit_id: string; to_unit_id: string; owner_unit_id: string }[]> {
    return this.sql.rows(findReaders, [id]);
  }
}
