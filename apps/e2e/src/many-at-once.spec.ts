import { describe, expect } from '@jest/globals';

import type { Page } from 'playwright-core';

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

/** The list loads on while it is scrolled, until it holds as many lines. */
async function loadAll(page: Page, count: number): Promise<void> {
  const whole = page.getByText(new RegExp(`^Đang xem ${count} việc đã tải$`));
  for (let turn = 0; turn < 300 && !(await whole.isVisible()); turn += 1) {
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(150);
  }
  await whole.waitFor();
}

/** Each part takes a while, as on a busy machine, so that a person can look at it. */
const slowDown = () =>
  house.query(`
    create function take_a_while() returns trigger language plpgsql as $$ begin perform pg_sleep(2); return null; end $$;
    create trigger slow_history after insert on history for each statement execute function take_a_while();`);
const speedUp = () => house.query('drop trigger slow_history on history; drop function take_a_while;');

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

  house.story('in several parts are seen to go on, stopped between two of them, and taken back', async () => {
    const all = 2_600;
    await house.query(`update instance set title = null, holder_unit_id = null, state = 'cancelled', phase = 'cancelled'
                       where title = 'Việc thêm'`);
    await house.query(
      `update instance set due_on = '2025-12-31' where flow = 'task' and to_unit_id = $1 and state = 'assigned'`,
      [BAC_GIANG],
    );
    await giveTasks(all);
    const province = await house.signInAnew('bac-giang', { width: 1440, height: 900 });
    await province.open(`/viec?flow=task&state=assigned&unitId=${BAC_GIANG}&timeliness=openDueSoon`);
    await province.page.getByRole('list', { name: 'Danh sách việc' }).waitFor();
    await loadAll(province.page, all);
    await province.page.mouse.wheel(0, -2_000_000);
    await province.page
      .getByRole('checkbox', { name: /^Chọn cả nhóm: / })
      .first()
      .check();
    await slowDown();
    await province.press(/^Tiếp nhận 2\.?600 nhiệm vụ$/);
    const ask = province.dialog('Tiếp nhận');
    await ask.sees('2.600/2.600 việc sẽ được thực hiện.');
    await ask.press('Tiếp nhận (2.600)');
    await province.sees(/Đã xử lý (500|1\.000)\/2\.600 việc/);
    expect(await findBarriers(province.page)).toEqual([]);
    await province.press('Dừng');
    await province.sees(/Đã dừng theo yêu cầu: \d+ việc chưa xử lý/);
    const stopped = new Map((await states()).map(({ state, count }) => [state, count]));
    const done = stopped.get('acknowledged') ?? 0;
    // Whole parts alone: what was begun is finished, what was not is as it was.
    expect(done % 500).toBe(0);
    expect([done > 0, done < all, done + (stopped.get('assigned') ?? 0)]).toEqual([true, true, all]);
    await speedUp();

    await province.page.keyboard.press('Escape');
    await province.press('Hoàn tác');
    const back = province.dialog('Rút lại tiếp nhận');
    const spoken = done.toLocaleString('vi');
    await back.sees(`${spoken}/${spoken} việc sẽ được thực hiện.`);
    await back.type('Lý do', 'Tiếp nhận nhầm cả danh sách');
    await back.press(`Rút lại tiếp nhận (${spoken})`);
    await province.sees(`Rút lại tiếp nhận: xong ${spoken} việc.`);
    expect(await states()).toEqual([{ state: 'assigned', count: all }]);
    const told = await house.query<{ event: string; count: number }>(
      `select event, count(*)::int as count from history h join instance i on i.id = h.instance_id
       where i.title = 'Việc thêm' and h.event <> 'start' group by event order by event`,
    );
    expect(told).toEqual([
      { event: 'acknowledge', count: done },
      { event: 'withdrawAcknowledgement', count: done },
    ]);
  });
});
