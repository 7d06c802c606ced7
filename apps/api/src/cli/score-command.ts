import type { ReadItem, TableItem } from '@phancong/contracts';
import { scoreReading } from '@phancong/plan-reader';
import { DataSource } from 'typeorm';

import { dataSourceOptions } from '../platform/database/data-source.js';
import { Sql } from '../platform/database/sql.js';

/** What was read of a plan, and the table that people approved. */
interface SettledPlan {
  title: string;
  file_name: string;
  read: ReadItem[];
  settled: TableItem[];
}

const settledPlans = {
  name: 'settled-plans',
  text: `
    select p.title, f.name as file_name, v.items as settled,
           array(select i.read from plan_item i where i.plan_id = p.id and i.origin = 'read' order by i.position) as read
    from plan p join file f on f.id = p.file_id
    join lateral (
      select items from plan_version where plan_id = p.id and cause = 'approved' order by number desc limit 1) v on true
    order by p.created_at`,
};

/** Fields that the approved table does not hold are taken as read: they are not measured here. */
function expectedOf({ read, settled }: SettledPlan): { items: ReadItem[] } {
  const byRef = new Map(read.map((item) => [item.ref, item]));
  const blank = { fansOutTo: null, kind: 'activity', obligation: 'must', inferred: [], parentRef: null } as const;
  return {
    items: settled.map((item): ReadItem => {
      const own = byRef.get(item.ref);
      return { ...blank, anchors: {}, source: { lines: [0, 0] }, ...own, ...item } as ReadItem;
    }),
  };
}

const percent = (share: number) => share.toFixed(3);

/** `phancong score`: how well the reader read every plan that people have approved since, one line a plan. */
export async function runScore(
  args: readonly string[],
  url: string | undefined,
  tell: (line: string) => void,
): Promise<number> {
  if (!url) {
    tell('DATABASE_URL chưa được đặt / is not set: it names the database with the approved plans.');
    return 2;
  }
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const plans = await new Sql(dataSource).rows<SettledPlan & Record<string, unknown>>(settledPlans);
    for (const plan of plans) {
      const score = scoreReading({ items: plan.read }, expectedOf(plan));
      tell(
        `${plan.title} (${plan.file_name}): items P ${percent(score.items.precision)} R ${percent(score.items.recall)} · ` +
          `leads F1 ${percent(score.leads)} · coordinators F1 ${percent(score.coordinators)} · ` +
          `timing exact ${percent(score.timing)} · targets F1 ${percent(score.targets)}`,
      );
      if (args.includes('--misses')) for (const miss of score.misses) tell(`  ${miss}`);
    }
    if (plans.length === 0) tell('Chưa có kế hoạch nào được phê duyệt. / No plan was approved yet.');
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
