import { Injectable } from '@nestjs/common';
import type { MatrixCell, PageQuery, PlanMatrix, Unit } from '@phancong/contracts';

import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { readRowPosition, scopeOf } from './board-scope.js';
import { PlanBoardRepository } from './plan-board.repository.js';
import { PlanMatrixRepository, type BoxRow } from './plan-matrix.repository.js';
import { PlansService } from './plans.service.js';

const MATRIX_ROWS = 50;

/** Units of a matrix from the centre outwards. */
const kindOrder = ['agency', 'leadership', 'centralUnit', 'regionalOffice', 'provincialOffice', 'external'];

const inVietnamese = new Intl.Collator('vi');

/** The official table by unit and row. A unit that is no owner sees its own column. */
@Injectable()
export class PlanMatrixService {
  constructor(
    private readonly plans: PlansService,
    private readonly board: PlanBoardRepository,
    private readonly matrices: PlanMatrixRepository,
    private readonly units: UnitsRepository,
  ) {}

  async matrix(caller: Caller, planId: string, { after, limit }: PageQuery): Promise<PlanMatrix> {
    const seen = await this.plans.findSeen(caller, planId);
    const size = Math.min(limit, MATRIX_ROWS);
    const found = await this.board.items(planId, readRowPosition(after), size + 1);
    const rows = found.slice(0, size);
    const boxes = await this.matrices.countBoxes(
      scopeOf(caller, seen),
      rows.map((row) => row.id),
    );
    const units = orderUnits(boxes, await this.units.all());
    const cells = fillCells(boxes, units);
    return {
      rows: rows.map(({ id, ref, title }) => ({ itemId: id, ref, title, cells: [...(cells.get(id)?.values() ?? [])] })),
      units: units.map(({ id, name, shortName }) => ({ id, name, shortName })),
      next: found.length > size ? String(rows.at(-1)?.position) : null,
    };
  }
}

function orderUnits(boxes: readonly BoxRow[], known: Map<string, Unit>): Unit[] {
  const units = [...new Set(boxes.map((box) => box.to_unit_id))].flatMap((id) => known.get(id) ?? []);
  return units.sort(
    (a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || inVietnamese.compare(a.shortName, b.shortName),
  );
}

/** The cells of each row, by the position of their unit. */
function fillCells(boxes: readonly BoxRow[], units: readonly Unit[]): Map<string, Map<number, MatrixCell>> {
  const places = new Map(units.map((unit, place) => [unit.id, place]));
  const rows = new Map<string, Map<number, MatrixCell>>();
  for (const { item_id: itemId, to_unit_id: unitId, flow, box, number } of boxes) {
    const unit = places.get(unitId);
    if (unit === undefined) continue;
    const row = rows.get(itemId) ?? new Map<number, MatrixCell>();
    const cell = row.get(unit) ?? { unit, tasks: {}, reports: {} };
    (flow === 'task' ? cell.tasks : cell.reports)[box] = number;
    rows.set(itemId, row.set(unit, cell));
  }
  return rows;
}
