import { Injectable } from '@nestjs/common';
import type { InboxQuery, InboxSummary, InstancePageList, InstancesQuery, IsoDate } from '@phancong/contracts';
import { countsOnTimeRate } from '@phancong/workflows';

import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { NO_TERM, writePosition } from './keyset.js';
import { toLine, type LineRow } from './instance-line.js';
import { noCounts } from '../statuses/status-counts.js';
import { WorkRepository } from './work.repository.js';

function toPage(rows: LineRow[], limit: number, today: IsoDate): InstancePageList {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writePosition({ dueOn: last.due_on ?? NO_TERM, id: last.id }) : null;
  return { items: shown.map((row) => toLine(row, today)), next };
}

/** What a unit owes, what it waits for, and the numbers above both. */
@Injectable()
export class InboxService {
  constructor(
    private readonly work: WorkRepository,
    private readonly units: UnitsRepository,
  ) {}

  async inbox({ actor, today }: Caller, query: InboxQuery): Promise<InstancePageList> {
    return toPage(await this.work.inbox(actor.unitId, query), query.limit, today);
  }

  async list({ actor, today }: Caller, query: InstancesQuery): Promise<InstancePageList> {
    const viewer = { unitId: actor.unitId, below: await this.units.unitsBelow(actor.unitId) };
    return toPage(await this.work.list(viewer, query, today), query.limit, today);
  }

  async summary({ actor, today }: Caller): Promise<InboxSummary> {
    const [rows, waiting, tasks] = await Promise.all([
      this.work.summary(actor.unitId, today),
      this.work.waiting(actor.unitId),
      this.work.tasks(actor.unitId, today),
    ]);
    const sum = (key: 'mine' | 'overdue' | 'due_soon' | 'to_acknowledge') =>
      rows.reduce((total, row) => total + row[key], 0);
    const counts = tasks ?? noCounts();
    return {
      mine: sum('mine'),
      mineOverdue: sum('overdue'),
      mineDueSoon: sum('due_soon'),
      toAcknowledge: sum('to_acknowledge'),
      waiting: waiting.waiting,
      unreadNotices: waiting.unread,
      byFlow: rows.map(({ flow, mine }) => ({ flow, mine })),
      tasks: counts,
      onTimeRate: countsOnTimeRate(counts),
    };
  }
}
