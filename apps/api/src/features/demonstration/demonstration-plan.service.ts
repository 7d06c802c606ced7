import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { Injectable } from '@nestjs/common';

import { ActivationService } from '../activation/activation.service.js';
import { PlanImportService } from '../plans/plan-import.service.js';
import { PlanReviewService } from '../plans/plan-review.service.js';
import { PlansService } from '../plans/plans.service.js';
import { MovesService } from '../work/moves.service.js';
import type { Caller } from '../people/request-actor.js';
import { DEMONSTRATION_REGISTRY_DAY } from './demonstration-accounts.js';

/** The responsibility table of 2025, in the folder of the repository and at the same place in the image. */
const tablePath = fileURLToPath(new URL('../../../../../fixtures/plan-2025-table.txt', import.meta.url));

/** The signed table becomes an active plan, step by step as on screen: read, settled, submitted, approved, activated. */
@Injectable()
export class DemonstrationPlanService {
  constructor(
    private readonly imports: PlanImportService,
    private readonly plans: PlansService,
    private readonly review: PlanReviewService,
    private readonly moves: MovesService,
    private readonly activation: ActivationService,
  ) {}

  async activate(officer: Caller, head: Caller) {
    const bytes = await readFile(tablePath);
    const file = { name: 'Phụ lục II - Hình thức truyền thông năm 2025.txt', mediaType: 'text/plain', bytes };
    const { planId } = await this.imports.import(officer, file);
    const { doubts } = await this.review.show(officer, planId);
    for (const { id } of doubts) await this.review.settle(officer, planId, id, { answer: { kind: 'accept' } });
    await this.move(officer, planId, 'submitForReview');
    await this.move(head, planId, 'approve');
    const { version } = await this.plans.show(head, planId);
    return this.activation.activate(head, planId, {
      registryDate: DEMONSTRATION_REGISTRY_DAY,
      expectedVersion: version,
    });
  }

  private async move(caller: Caller, planId: string, event: string): Promise<void> {
    const { version } = await this.plans.show(caller, planId);
    await this.moves.move(caller, planId, { event, payload: {}, expectedVersion: version }, null);
  }
}
