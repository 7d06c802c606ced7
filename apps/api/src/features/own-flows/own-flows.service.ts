import { Injectable } from '@nestjs/common';
import type {
  Actor,
  CopyFlow,
  FlowCheck,
  FlowDocument,
  FlowId,
  OwnFlow,
  OwnFlows,
  OwnFlowState,
  RehearsalAnswer,
  RehearsalRequest,
  SaveFlow,
  SettleFlow,
  Words,
} from '@phancong/contracts';
import { compileDocument, describeAsDocument, flows } from '@phancong/workflows';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { checkFlowApart, type CheckOrder, type FlowChecked } from './check-flow-apart.js';
import { FlowRegistry } from './flow-registry.service.js';
import { FlowScopes } from './flow-scopes.js';
import { personsOf, toLine, toOwnFlow } from './own-flow.mapper.js';
import { OwnFlowsRepository, type OwnFlowRow, type Writer } from './own-flows.repository.js';

const refused = (why: Words) => new DomainError('NOT_ALLOWED', {}, why);
const guarded = (why: Words) => new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);
const invalid = (path: string, vi: string, en: string) =>
  new DomainError('VALIDATION_FAILED', { issues: [{ path: [path], message: vi, messageEn: en }] });
const stale = () =>
  new DomainError('STALE_VERSION', { who: 'người khác', event: 'sửa quy trình này', eventEn: 'edit this workflow' });

const notDraft: Words = {
  vi: 'Chỉ bản nháp mới sửa được. Hãy sao chép thành bản mới.',
  en: 'Only a draft is edited. Copy it into a new version.',
};
const notSubmitted: Words = { vi: 'Quy trình chưa được trình duyệt.', en: 'It has not been submitted.' };
const ownWork: Words = {
  vi: 'Người soạn hoặc trình quy trình không được tự phê duyệt; cần một người khác.',
  en: 'Whoever wrote or submitted it may not approve it; another person has to.',
};
const notInForce: Words = { vi: 'Quy trình không còn hiệu lực.', en: 'It is not in force.' };

/** What each step makes of which state. A release is more than a step: it gets a number and replaces the one before. */
const steps: Record<Exclude<SettleFlow['step'], 'release'>, { from: OwnFlowState; to: OwnFlowState }> = {
  submit: { from: 'draft', to: 'submitted' },
  return: { from: 'submitted', to: 'draft' },
  discard: { from: 'draft', to: 'discarded' },
  stop: { from: 'released', to: 'stopped' },
};

/**
 * Own flows: copied from a shipped one, edited as data, checked and rehearsed, submitted, approved by a second person, and then in
 * force for the work that the unit is asked. What runs stays on the version that it was born with.
 */
@Injectable()
export class OwnFlowsService {
  /** One check at a time: each takes a whole thread. */
  private checking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly rows: OwnFlowsRepository,
    private readonly scopes: FlowScopes,
    private readonly registry: FlowRegistry,
    private readonly units: UnitsRepository,
  ) {}

  async list({ actor }: Caller): Promise<OwnFlows> {
    const kept = await this.scopes.of(actor, 'keepFlows');
    const rows = await this.rows.list(await this.seenBy(actor));
    return {
      items: rows.map(toLine),
      shipped: Object.values(flows).map((flow) => ({
        flow: flow.id,
        words: flow.words,
        why: describeAsDocument(flow).why ?? null,
      })),
      mayCopy: kept !== undefined,
      units: kept === undefined ? [] : kept && [...kept],
    };
  }

  async show(caller: Caller, id: string): Promise<OwnFlow> {
    return this.toAnswer(caller, await this.find(caller, id));
  }

  async copy(caller: Caller, { flow, unitId, fromId }: CopyFlow): Promise<OwnFlow> {
    await this.requireScope(caller, 'keepFlows', unitId);
    if (unitId !== null && !(await this.units.all()).has(unitId))
      throw invalid('unitId', 'Hãy chọn đơn vị.', 'Choose a unit.');
    const from = fromId === null ? undefined : await this.find(caller, fromId);
    if (from && from.flow !== flow) throw invalid('fromId', 'Hãy chọn bản cùng loại.', 'Choose one of the same kind.');
    const document = from?.document ?? shippedDocument(flow);
    const id = await this.sql.transaction((runner) =>
      this.rows.insert({ flow, unitId, document }, writer(caller), runner),
    );
    return this.show(caller, id);
  }

  /** Saves a draft, faults and all; what it lacks is told with the answer. */
  async save(caller: Caller, id: string, { document, expectedEdition }: SaveFlow): Promise<OwnFlow> {
    const row = await this.find(caller, id);
    const why = await this.whyNotEdit(caller.actor, row);
    if (why) throw row.state === 'draft' ? refused(why) : guarded(why);
    if (document.base !== row.flow)
      throw invalid('document.base', 'Không đổi được loại quy trình.', 'The kind of a flow is not changed.');
    await this.write((runner) => this.rows.save(id, expectedEdition, document, writer(caller), runner));
    return this.show(caller, id);
  }

  async settle(caller: Caller, id: string, { step, reason, expectedEdition }: SettleFlow): Promise<OwnFlow> {
    const row = await this.find(caller, id);
    const why = await this.whyNot(caller.actor, row);
    const barred = { submit: why.edit, discard: why.edit, release: why.approve, return: why.approve, stop: why.stop }[
      step
    ];
    if (barred) throw guarded(barred);
    if (step === 'return' && reason === null)
      throw invalid('reason', 'Hãy ghi lý do trả lại.', 'Write why it goes back.');
    if (step === 'release') await this.release(caller, row, expectedEdition);
    else {
      const drawn = step === 'submit' ? await this.requireSound({ document: row.document, drawing: 'kept' }) : null;
      const by = { ...writer(caller), reason: step === 'return' ? reason : null, diagram: drawn?.diagram ?? null };
      await this.write((runner) => this.rows.step({ id, edition: expectedEdition, ...steps[step] }, by, runner));
    }
    return this.show(caller, id);
  }

  async check(caller: Caller, document: unknown): Promise<FlowCheck> {
    await this.requireScope(caller, 'keepFlows');
    const { faults, diagram } = await this.apart({ document, drawing: 'quick' });
    return { faults, diagram };
  }

  async rehearse(caller: Caller, { document, ...rehearsal }: RehearsalRequest): Promise<RehearsalAnswer> {
    if ((await this.scopes.of(caller.actor, 'approveFlows')) === undefined)
      await this.requireScope(caller, 'keepFlows');
    const { faults, rehearsed } = await this.apart({ document, rehearsal });
    if (!rehearsed) throw unsound(faults);
    return rehearsed;
  }

  /** A released version, for the screens of the work that runs on it. */
  async released(flow: FlowId, version: number) {
    const found = await this.rows.released(flow, version);
    if (!found) throw new DomainError('NOT_FOUND');
    return found;
  }

  /** Checked once more: what was sound when it was submitted is to be sound for the product as it is now. */
  private async release(caller: Caller, row: OwnFlowRow, edition: number): Promise<void> {
    await this.requireSound({ document: row.document });
    await this.write(async (runner) => {
      const version = await this.rows.takeVersion(row.flow, runner);
      const { hash } = compileDocument(row.document, version);
      return this.rows.release(row, { edition, personId: caller.actor.personId, version, hash }, runner);
    });
    await this.registry.learn();
  }

  private async write(change: (runner: SqlRunner) => Promise<boolean>): Promise<void> {
    await this.sql.transaction(async (runner) => {
      if (!(await change(runner))) throw stale();
    });
  }

  private async requireSound(order: CheckOrder): Promise<FlowChecked> {
    const checked = await this.apart(order);
    if (checked.faults.length > 0) throw unsound(checked.faults);
    return checked;
  }

  private apart(order: CheckOrder): Promise<FlowChecked> {
    const checked = this.checking.then(() => checkFlowApart(order));
    this.checking = checked.catch(() => undefined);
    return checked;
  }

  private async toAnswer({ actor }: Caller, row: OwnFlowRow): Promise<OwnFlow> {
    // What was submitted was sound; it is proved once more when it is released.
    const checked =
      row.state === 'draft'
        ? await this.apart({ document: row.document, drawing: 'quick' })
        : { faults: [], diagram: row.diagram, rehearsed: null };
    const why = await this.whyNot(actor, row);
    const [first] = checked.faults;
    return toOwnFlow(
      row,
      { ...checked, diagram: row.diagram ?? checked.diagram },
      { ...why, submit: why.edit ?? first?.story ?? null },
    );
  }

  private async find({ actor }: Caller, id: string): Promise<OwnFlowRow> {
    const row = await this.rows.find(id, await this.seenBy(actor));
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Whoever keeps or approves flows sees those of his units. */
  private async seenBy(actor: Actor): Promise<string[] | null> {
    const scopes = [await this.scopes.of(actor, 'keepFlows'), await this.scopes.of(actor, 'approveFlows')];
    const [first] = scopes.filter((scope) => scope !== undefined);
    if (first === undefined) throw refused((await this.scopes.refuse(actor, 'approveFlows', null)) ?? notDraft);
    return scopes.includes(null) ? null : [...new Set(scopes.flatMap((scope) => scope ?? []))];
  }

  private async requireScope({ actor }: Caller, deed: 'keepFlows', unitId?: string | null): Promise<void> {
    const scope = await this.scopes.of(actor, deed);
    const why =
      scope !== undefined && unitId === undefined ? null : await this.scopes.refuse(actor, deed, unitId ?? null);
    if (why) throw refused(why);
  }

  private async whyNotEdit(actor: Actor, row: OwnFlowRow): Promise<Words | null> {
    return (await this.scopes.refuse(actor, 'keepFlows', row.unit_id)) ?? (row.state === 'draft' ? null : notDraft);
  }

  private async whyNot(actor: Actor, row: OwnFlowRow): Promise<OwnFlow['why']> {
    const keep = await this.scopes.refuse(actor, 'keepFlows', row.unit_id);
    const approve = await this.scopes.refuse(actor, 'approveFlows', row.unit_id);
    const wroteIt = personsOf(actor).some((personId) => row.writer_ids.includes(personId));
    const edit = await this.whyNotEdit(actor, row);
    return {
      edit,
      submit: edit,
      approve: approve ?? (row.state !== 'submitted' ? notSubmitted : wroteIt ? ownWork : null),
      stop: (keep === null || approve === null ? null : keep) ?? (row.state === 'released' ? null : notInForce),
      copy: keep,
    };
  }
}

const writer = ({ actor }: Caller): Writer => ({ personId: actor.personId, writerIds: personsOf(actor) });

function unsound(faults: FlowChecked['faults']): DomainError {
  const first = faults[0]?.story;
  return new DomainError('FLOW_NOT_SOUND', { count: faults.length, first: first?.vi ?? '', firstEn: first?.en ?? '' });
}

function shippedDocument(flow: FlowId): FlowDocument {
  const { document, why } = describeAsDocument(flows[flow]);
  if (!document) throw guarded(why);
  return document;
}
