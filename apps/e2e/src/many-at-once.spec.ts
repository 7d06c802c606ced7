import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'many at once' });
const BAC_GIANG = 'bac-giang-truoc-2025-07';

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

const states = async () =>
  house.query<{ state: string; count: number }>(
    `select state, count(*)::int as count from instance where title = 'Việc thêm' group by state order by state`,
  );

/** As many tasks more, all due on one day, so that they stand in one group of the list. */
const giveTasks = (count: number) =>
  house.query(
    `with one as (
       select * from instance where flow = 'task' and to_unit_id = $1 and state = 'assigned' order by id limit 1)
     insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                           holder_unit_id, starts_on, due_on, signed_due_on, title)
     select flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id, holder_unit_id,
            starts_on, '2025-05-23', '2025-05-23', 'Việc thêm'
     from one, generate_series(1, $2)`,
    [BAC_GIANG, count],
  );

describe('Many moves at once', () => {
  for (const { where, ...size } of sights) {
    house.story(`are looked at first, made, and taken back with a reason, ${where}`, async () => {
      await house.query(`update instance set title = null, holder_unit_id = null, state = 'cancelled', phase = 'cancelled'
                         where title = 'Việc thêm'`);
      await giveTasks(140);
      const province = await house.signInAnew('bac-giang', size);
      await province.open('/?only=toAcknowledge');
      const list = province.page.getByRole('list', { name: 'Danh sách việc' });
      await list.waitFor();
      for (let turn = 0; turn < 12; turn += 1) {
        await province.page.mouse.wheel(0, 3000);
        await province.page.waitForTimeout(150);
      }
      await province.page.mouse.wheel(0, -60_000);
      await province.page
        .getByRole('checkbox', { name: /^Chọn cả nhóm: / })
        .first()
        .check();
      await province.press('Tiếp nhận 140 nhiệm vụ');
      const ask = province.dialog('Tiếp nhận');
      await ask.sees('140/140 việc sẽ được thực hiện.');
      expect(await findBarriers(province.page)).toEqual([]);
      await ask.press('Tiếp nhận (140)');
      await province.sees('Tiếp nhận: xong 140 việc.');
      expect(await states()).toEqual([{ state: 'acknowledged', count: 140 }]);
      expect(await findBarriers(province.page)).toEqual([]);

      await province.press('Hoàn tác');
      const back = province.dialog('Rút lại tiếp nhận');
      await back.sees('140/140 việc sẽ được thực hiện.');
      await back.type('Lý do', 'Tiếp nhận nhầm cả danh sách');
      expect(await findBarriers(province.page)).toEqual([]);
      await back.press('Rút lại tiếp nhận (140)');
      await province.sees('Rút lại tiếp nhận: xong 140 việc.');
      expect(await states()).toEqual([{ state: 'assigned', count: 140 }]);
      expect(await province.isWiderThanItsWindow()).toBe(false);
    });
  }
});
