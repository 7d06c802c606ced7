import { Injectable } from '@nestjs/common';
import type { MoveAnswer, StartOffer, StartRequest } from '@phancong/contracts';
import { askedBy, flows, furnishOpening, hasDoorOn, type Flow, type Ground } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { FlowRegistry } from '../own-flows/flow-registry.service.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import { InstancesRepository } from './instances.repository.js';
import { fingerprintOf, MovesService } from './moves.service.js';
import { groundOf, offerStarts, refuseStart } from './start-rules.js';
import { StartRepository } from './start.repository.js';
import { maySee } from './visibility.js';
import { WorkRepository } from './work.repository.js';

interface Asked {
  key: string | null;
  fingerprint: string;
}

const invalid = (path: string, vi: string, en: string) =>
  new DomainError('VALIDATION_FAILED', { issues: [{ path: [path], message: vi, messageEn: en }] });

/** Starting a flow: who may, between whom, on which piece of work. */
@Injectable()
export class StartService {
  constructor(
    private readonly moves: MovesService,
    private readonly instances: InstancesRepository,
    private readonly work: WorkRepository,
    private readonly units: UnitsRepository,
    private readonly places: StartRepository,
    private readonly flows: FlowRegistry,
  ) {}

  async start(caller: Caller, request: StartRequest, key: string | null): Promise<MoveAnswer> {
    const asked = { key, fingerprint: fingerprintOf(request) };
    const first = await this.moves.repeatedAnswer(caller, key, asked.fingerprint);
    if (first) return first;
    if (request.flow === 'budget') return this.startBudget(caller, request, asked);
    return this.startOnWork(caller, request, asked);
  }

  /** What the caller's unit may open on a piece of work; on a plan, too. */
  async offers(caller: Caller, id: string): Promise<StartOffer[]> {
    const { row, opener, children } = await this.stand(caller, id);
    return offerStarts(row, opener, children, caller.actor);
  }

  /** The work that a flow is opened on and what the caller's unit is to it; NOT_FOUND where it may not see it. */
  private async stand({ actor: { unitId } }: Caller, id: string) {
    const row = (await this.instances.withParents([id])).find((candidate) => candidate.id === id);
    if (!row) throw new DomainError('NOT_FOUND');
    const isSuperiorOf = await this.units.superiorOf(unitId);
    const children = await this.work.childrenOf(row.id);
    const isKin = children.some((child) => [child.from_unit_id, child.to_unit_id].includes(unitId));
    const worksInPlan = row.flow === 'plan' && (await this.places.worksInPlan(row.plan_id, unitId));
    if (!(maySee(unitId, isSuperiorOf, row) || isKin || worksInPlan)) throw new DomainError('NOT_FOUND');
    return { row, children, opener: { unitId, isSuperiorOf, worksInPlan } };
  }

  private async startOnWork(caller: Caller, request: StartRequest, asked: Asked): Promise<MoveAnswer> {
    if (!request.parentId) throw new DomainError('NOT_FOUND');
    const { row: parent, opener, children } = await this.stand(caller, request.parentId);
    const flow = flows[request.flow];
    if (!hasDoorOn(flow, parent.flow)) throw new DomainError('NOT_ALLOWED');
    requireDeed(caller, 'startWork', parent.plan_id);
    const ground = groundOf(parent, children);
    const why = refuseStart(request.flow, parent, ground, opener);
    if (why) throw new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);

    const furnished = furnishOpening(flow, ground, request.input, caller.today);
    const toUnitId = await this.unitAsked(flow, ground, parent.plan_id, opener.unitId, request.toUnitId);
    const choose = await this.flows.chooser();
    return this.moves.start(
      caller,
      {
        flow: request.flow,
        version: choose(request.flow, toUnitId),
        planId: parent.plan_id,
        itemId: parent.item_id,
        parentId: parent.id,
        toUnitId,
        ...furnished,
      },
      asked,
    );
  }

  /** The unit that is asked: the one that the flow says, or the one that the opener chose, if it may be chosen. */
  private async unitAsked(flow: Flow, ground: Ground, planId: string, own: string, chosen: string | undefined) {
    const { unitId = chosen, among } = askedBy(flow, ground);
    if (!unitId || unitId === own || !(await this.units.all()).has(unitId)) {
      throw invalid('toUnitId', 'Hãy chọn đơn vị nhận.', 'Choose the unit that is asked.');
    }
    if (among && !among.includes(unitId)) {
      throw invalid('toUnitId', 'Chỉ chọn được các bên của nhiệm vụ.', 'Choose one of the parties of the task.');
    }
    if (flow.door?.asks === 'worker' && !(await this.places.worksInPlan(planId, unitId))) {
      throw invalid(
        'toUnitId',
        'Đơn vị này không có nhiệm vụ trong kế hoạch.',
        'This unit has no work in the plan. Choose one that has.',
      );
    }
    return unitId;
  }

  /** An estimate for a row of the plan: made by the unit that owns the plan, approved by leadership. */
  private async startBudget(caller: Caller, request: StartRequest, asked: Asked): Promise<MoveAnswer> {
    const place = request.itemId ? await this.places.item(request.itemId) : undefined;
    if (!place || place.owner_unit_id !== caller.actor.unitId || place.plan_state !== 'active') {
      throw new DomainError('NOT_FOUND');
    }
    requireDeed(caller, 'writeEstimate', place.plan_id);
    const units = await this.units.all();
    const approver = request.toUnitId ? units.get(request.toUnitId) : undefined;
    if (approver?.kind !== 'leadership') {
      throw invalid('toUnitId', 'Cấp phê duyệt phải là Lãnh đạo Ngành.', 'The approver has to be leadership.');
    }
    const seats = [request.input['appraiserUnitIds'], request.input['payerUnitId']].flat();
    const wrong = seats.some((seat) => typeof seat !== 'string' || units.get(seat)?.kind !== 'centralUnit');
    if (wrong || seats.slice(0, -1).includes(caller.actor.unitId)) {
      throw invalid(
        'appraiserUnitIds',
        'Đơn vị thẩm định phải là đơn vị trực thuộc khác với đơn vị lập dự toán.',
        'Appraisers have to be central units other than the submitter.',
      );
    }
    return this.moves.start(
      caller,
      {
        flow: 'budget',
        planId: place.plan_id,
        itemId: place.id,
        parentId: null,
        toUnitId: approver.id,
        title: titleOf(request.input['purpose']),
        dueOn: null,
        input: request.input,
      },
      asked,
    );
  }
}

const titleOf = (text: unknown) => (typeof text === 'string' ? text.normalize('NFC').trim().slice(0, 300) : null);
