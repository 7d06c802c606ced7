import type { FlowId, InstancePage } from '@phancong/contracts';
import { flows } from '@phancong/workflows';

import type { InstanceRow } from './engine/instance-row.js';
import type { LineRow } from './instance-line.js';

const mayStartOn: Partial<Record<FlowId, readonly FlowId[]>> = {
  task: ['extension', 'handoff', 'coordination'],
  checkpoint: ['extension'],
};

type Kin = Pick<LineRow, 'flow' | 'phase' | 'to_unit_id'>;

type Row = Pick<InstanceRow, 'flow' | 'phase' | 'due_on' | 'from_unit_id' | 'to_unit_id'>;

/** Why a unit may not start a flow on an instance; null when it may. */
export function refuseStart(flow: FlowId, row: Row, unitId: string, children: readonly Kin[]) {
  if (row.phase !== 'open') return { vi: 'Việc này đã kết thúc.', en: 'This work has ended.' };
  const isLead = row.to_unit_id === unitId;
  if (flow === 'extension') {
    if (!isLead) return { vi: 'Chỉ đơn vị chủ trì xin gia hạn.', en: 'Only the lead unit asks for more time.' };
    if (row.due_on === null) return { vi: 'Nhiệm vụ không có thời hạn.', en: 'The task has no term.' };
    if (children.some((child) => child.flow === 'extension' && child.phase === 'open')) {
      return { vi: 'Đã có một đề nghị gia hạn đang chờ.', en: 'A request for more time is already waiting.' };
    }
  }
  if (flow === 'coordination' && !isLead) {
    return { vi: 'Chỉ đơn vị chủ trì đề nghị phối hợp.', en: 'Only the lead unit asks for coordination.' };
  }
  if (flow === 'handoff' && !partiesOf(row, children).includes(unitId)) {
    return { vi: 'Chỉ các bên của nhiệm vụ bàn giao sản phẩm.', en: 'Only parties of the task hand products over.' };
  }
  return null;
}

/** Units between which products pass: assigner, lead and coordinators of the task. */
export const partiesOf = (row: Row, children: readonly Kin[]): string[] => [
  ...new Set([
    row.from_unit_id,
    row.to_unit_id,
    ...children.filter((child) => child.flow === 'coordination').map((child) => child.to_unit_id),
  ]),
];

/** What the page of an instance offers to start, each with the reason when it may not. */
export function offerStarts(row: Row, unitId: string, children: readonly Kin[]): InstancePage['mayStart'] {
  return (mayStartOn[row.flow] ?? []).map((flow) => {
    const why = refuseStart(flow, row, unitId, children);
    return { flow, words: flows[flow].words, allowed: why === null, why };
  });
}

export const isStartable = (flow: FlowId, on: FlowId): boolean => (mayStartOn[on] ?? []).includes(flow);
