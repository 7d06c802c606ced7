import type { House } from '../harness/house.js';

export const ROWS = 10_000;

const fillInbox = `
  insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                        holder_unit_id, title, starts_on, due_on, signed_due_on)
  select i.flow, i.machine_version, i.state, i.phase, i.snapshot, i.plan_id, i.item_id, i.from_unit_id, i.to_unit_id,
         i.holder_unit_id, 'Việc số ' || n, i.starts_on, date '2025-05-25' + n / 40, date '2025-05-25' + n / 40
  from (select * from instance where flow = 'task' and state = 'assigned' and to_unit_id like 'bac-giang%' limit 1) i,
       generate_series(1, $1 - (select count(*)::int from instance where holder_unit_id like 'bac-giang%')) n`;

const fillPlan = `
  insert into plan_item (plan_id, position, ref, title, text, leads, coordinators, timing, targets, read)
  select item.plan_id, 1000 + n, 'IX.' || n, 'Nội dung số ' || n, item.text, item.leads, item.coordinators, item.timing,
         '[]', item.read
  from (select * from plan_item where ref = 'I.1.2' limit 1) item,
       generate_series(1, $1 - (select count(*)::int from plan_item)) n`;

/** Gives the office of Bắc Giang an inbox of ten thousand lines, and the plan of 2025 ten thousand rows. */
export async function fillHouse(house: House): Promise<{ planId: string }> {
  await house.query(fillInbox, [ROWS]);
  await house.query(fillPlan, [ROWS]);
  const [plan] = await house.query<{ id: string }>('select id from plan limit 1');
  if (!plan) throw new Error('The demonstration has no plan.');
  return { planId: plan.id };
}
