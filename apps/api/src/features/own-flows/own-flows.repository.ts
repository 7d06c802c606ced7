import { Injectable } from '@nestjs/common';
import type { FlowDiagram, FlowDocument, FlowId, OwnFlowState } from '@phancong/contracts';
import { compileDocument, FIRST_OWN_VERSION, learnFlow, ownFlows } from '@phancong/workflows';

import { advisoryLocks } from '../../platform/database/advisory-locks.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';

export interface OwnFlowRow {
  id: string;
  flow: FlowId;
  unit_id: string | null;
  unit_name: string | null;
  state: OwnFlowState;
  edition: number;
  document: FlowDocument;
  diagram: FlowDiagram | null;
  machine_version: number | null;
  hash: string | null;
  writer_ids: string[];
  changed_by_name: string;
  changed_at: Date;
  settled_by_name: string | null;
  settled_at: Date | null;
  return_reason: string | null;
  running: number;
}

/** The person, and by delegation also the one for whom he acts. */
export interface Writer {
  personId: string;
  writerIds: readonly string[];
}

/** A released version as the engine learns it. */
interface ReleaseRow {
  flow: FlowId;
  machine_version: number;
  hash: string;
  document: FlowDocument;
}

/** Which version is in force where. */
export interface ScopeRow {
  flow: FlowId;
  unit_id: string | null;
  machine_version: number;
}

const select = (condition: string) => `
  select o.id, o.flow, o.unit_id, u.name as unit_name, o.state, o.edition, o.document, o.diagram, o.machine_version, o.hash,
         o.writer_ids, c.full_name as changed_by_name, o.changed_at, s.full_name as settled_by_name, o.settled_at, o.return_reason,
         (select count(*)::int from instance i
          where i.flow = o.flow and i.machine_version = o.machine_version and i.phase = 'open') as running
  from own_flow o left join unit u on u.id = o.unit_id join person c on c.id = o.changed_by
  left join person s on s.id = o.settled_by
  where ${condition}`;

/** $1 the units that the person keeps or approves for, null: all. Discarded drafts are looked up in the record. */
const listFlows = {
  name: 'list-own-flows',
  text: `${select(`o.state <> 'discarded' and ($1::text[] is null or o.unit_id = any($1::text[]))`)}
    order by o.flow, o.unit_id nulls first, o.created_at desc limit 500`,
};
const findFlow = {
  name: 'find-own-flow',
  text: select(`o.id = $1 and ($2::text[] is null or o.unit_id = any($2::text[]))`),
};

const insertFlow = {
  name: 'insert-own-flow',
  text: `
    insert into own_flow (flow, unit_id, state, edition, document, writer_ids, changed_by)
    values ($1, $2, 'draft', 1, $3, $5, $4) returning id`,
};

const saveFlow = {
  name: 'save-own-flow',
  text: `
    update own_flow
    set document = $3, edition = edition + 1, changed_by = $4, changed_at = now(), diagram = null,
        writer_ids = array(select distinct unnest(writer_ids || $5::uuid[]))
    where id = $1 and edition = $2 and state = 'draft' returning id`,
};

const stepFlow = {
  name: 'step-own-flow',
  text: `
    update own_flow
    set state = $3, edition = edition + 1, changed_by = $4, changed_at = now(), return_reason = $5,
        submitted_by = case when $3 = 'submitted' then $4::uuid else submitted_by end,
        writer_ids = case when $3 = 'submitted' then array(select distinct unnest(writer_ids || $8::uuid[])) else writer_ids end,
        diagram = coalesce($6::jsonb, diagram)
    where id = $1 and edition = $2 and state = $7 returning id`,
};

/** One release at a time, so that each gets a number of its own. */
const lockReleases = { name: 'lock-own-releases', text: `select pg_advisory_xact_lock(${advisoryLocks.ownReleases})` };

const nextVersion = {
  name: 'next-own-version',
  text: `select coalesce(max(machine_version), $2 - 1) + 1 as version from own_flow where flow = $1`,
};

const replaceReleased = {
  name: 'replace-own-release',
  text: `
    update own_flow set state = 'replaced', changed_by = $3, changed_at = now()
    where flow = $1 and unit_id is not distinct from $2 and state = 'released'`,
};

const releaseFlow = {
  name: 'release-own-flow',
  text: `
    update own_flow
    set state = 'released', edition = edition + 1, settled_by = $3, settled_at = now(), changed_by = $3, changed_at = now(), machine_version = $4,
        hash = $5
    where id = $1 and edition = $2 and state = 'submitted' returning id`,
};

const inForce = {
  name: 'own-flows-in-force',
  text: `select flow, unit_id, machine_version from own_flow where state = 'released'`,
};

const findRelease = {
  name: 'find-own-release',
  text: `select document, diagram from own_flow where flow = $1 and machine_version = $2`,
};

const releasesBesides = {
  name: 'own-releases',
  text: `
    select flow, machine_version, hash, document from own_flow
    where machine_version is not null and not (flow || ' ' || machine_version = any($1::text[]))`,
};

/** Drafts and releases of own flows. What the engine asks is asked for nobody in particular. */
@Injectable()
export class OwnFlowsRepository {
  constructor(private readonly sql: Sql) {}

  list(unitIds: readonly string[] | null): Promise<OwnFlowRow[]> {
    return this.sql.rows<OwnFlowRow & Record<string, unknown>>(listFlows, [unitIds]);
  }

  async find(id: string, unitIds: readonly string[] | null, runner?: SqlRunner): Promise<OwnFlowRow | undefined> {
    const rows = await (runner ?? this.sql).rows<OwnFlowRow & Record<string, unknown>>(findFlow, [id, unitIds]);
    return rows[0];
  }

  async insert(
    flow: { flow: FlowId; unitId: string | null; document: FlowDocument },
    by: Writer,
    runner: SqlRunner,
  ): Promise<string> {
    const values = [flow.flow, flow.unitId, JSON.stringify(flow.document), by.personId, by.writerIds];
    const [row] = await runner.rows<{ id: string }>(insertFlow, values);
    if (!row) throw new Error('The flow was not inserted.');
    return row.id;
  }

  /** False when somebody changed it meanwhile. */
  async save(id: string, edition: number, document: FlowDocument, by: Writer, runner: SqlRunner): Promise<boolean> {
    return (await runner.rows(saveFlow, [id, edition, JSON.stringify(document), by.personId, by.writerIds])).length > 0;
  }

  /** Takes it from one state to another; false when it stands elsewhere by now. */
  async step(
    at: { id: string; edition: number; from: OwnFlowState; to: OwnFlowState },
    by: Writer & { reason: string | null; diagram?: FlowDiagram | null },
    runner: SqlRunner,
  ): Promise<boolean> {
    const diagram = by.diagram ? JSON.stringify(by.diagram) : null;
    const values = [at.id, at.edition, at.to, by.personId, by.reason, diagram, at.from, by.writerIds];
    return (await runner.rows(stepFlow, values)).length > 0;
  }

  /** The number of the next release; nobody else gets one until the transaction ends. */
  async takeVersion(flow: FlowId, runner: SqlRunner): Promise<number> {
    await runner.rows(lockReleases);
    const [row] = await runner.rows<{ version: number }>(nextVersion, [flow, FIRST_OWN_VERSION]);
    return row?.version ?? FIRST_OWN_VERSION;
  }

  /** Puts it in force in the place of the version before; false when it stands elsewhere by now. */
  async release(
    row: Pick<OwnFlowRow, 'id' | 'flow' | 'unit_id'>,
    at: { edition: number; personId: string; version: number; hash: string },
    runner: SqlRunner,
  ): Promise<boolean> {
    await runner.rows(replaceReleased, [row.flow, row.unit_id, at.personId]);
    const values = [row.id, at.edition, at.personId, at.version, at.hash];
    return (await runner.rows(releaseFlow, values)).length > 0;
  }

  /** A released version, whoever asks: its words are those of the work that runs on it. */
  async released(flow: FlowId, version: number): Promise<{ document: FlowDocument; diagram: FlowDiagram } | undefined> {
    const rows = await this.sql.engine.rows<{ document: FlowDocument; diagram: FlowDiagram }>(findRelease, [
      flow,
      version,
    ]);
    return rows[0];
  }

  inForce(): Promise<ScopeRow[]> {
    return this.sql.engine.rows<ScopeRow & Record<string, unknown>>(inForce);
  }

  /** Makes every released version known to this process; returns those that are not what was approved. */
  async learn(): Promise<ReleaseRow[]> {
    const known = ownFlows().map(({ id, version }) => `${id} ${version}`);
    const rows = await this.sql.engine.rows<ReleaseRow & Record<string, unknown>>(releasesBesides, [known]);
    return rows.filter(({ machine_version: version, hash, document }) => {
      const flow = compileDocument(document, version);
      if (flow.hash !== hash) return true;
      learnFlow(flow);
      return false;
    });
  }
}
