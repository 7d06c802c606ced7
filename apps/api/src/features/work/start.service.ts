import { Injectable } from '@nestjs/common';
import type { MoveAnswer, StartRequest } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { InstancesRepository } from './instances.repository.js';
import { fingerprintOf, MovesService } from './moves.service.js';
import { isStartable, partiesOf, refuseStart } from './start-rules.js';
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
  ) {}

  async start(caller: Caller, request: StartRequest, key: string | null): Promise<MoveAnswer> {
    const asked = { key, fingerprint: fingerprintOf(request) };
    const first = await this.moves.repeatedAnswer(caller, key, asked.fingerprint);
    if (first) return first;
    if (request.flow === 'budget') return this.startBudget(caller, request, asked);
    return this.startOnWork(caller, request, asked);
  }

  private async startOnWork(caller: Caller, request: StartRequest, asked: Asked): Promise<MoveAnswer> {
    const { unitId } = caller.actor;
    const parentId = request.parentId ?? '';
    const [row] = parentId ? await this.instances.withParents([parentId]) : [];
    const parent = row?.id === parentId ? row : undefined;
    const superiorOf = await this.units.superiorOf(unitId);
    const children = parent ? await this.work.childrenOf(parent.id) : [];
    const isKin = children.some((child) => [child.from_unit_id, child.to_unit_id].includes(unitId));
    if (!parent || !(maySee(unitId, superiorOf, parent) || isKin)) throw new DomainError('NOT_FOUND');
    if (!isStartable(request.flow, parent.flow)) throw new DomainError('NOT_ALLOWED');
    const why = refuseStart(request.flow, parent, unitId, children);
    if (why) throw new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);

    const toUnitId = request.flow === 'extension' ? parent.from_unit_id : request.toUnitId;
    if (!toUnitId || toUnitId === unitId || !(await this.units.all()).has(toUnitId)) {
      throw invalid('toUnitId', 'Hãy chọn đơn vị nhận.', 'Choose the unit that is asked.');
    }
    if (request.flow === 'handoff' && !partiesOf(parent, children).includes(toUnitId)) {
      throw invalid('toUnitId', 'Chỉ bàn giao cho các bên của nhiệm vụ.', 'Hand over to parties of the task only.');
    }
    return this.moves.start(
      caller,
      {
        flow: request.flow,
        planId: parent.plan_id,
        itemId: parent.item_id,
        parentId: parent.id,
        toUnitId,
        title: request.flow === 'handoff' ? titleOf(request.input['product']) : null,
        dueOn: request.flow === 'coordination' ? parent.due_on : null,
        input: request.flow === 'extension' ? { ...request.input, currentDueOn: parent.due_on } : request.input,
      },
      asked,
    );
  }

  /** An estimate for a row of the plan: made by the unit that owns the plan, approved by leadership. */
  private async startBudget(caller: Caller, request: StartRequest, asked: Asked): Promise<MoveAnswer> {
    const place = request.itemId ? await this.places.item(request.itemId) : undefined;
    if (!place || place.owner_unit_id !== caller.actor.unitId || place.plan_state !== 'active') {
      throw new DomainError('NOT_FOUND');
    }
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
