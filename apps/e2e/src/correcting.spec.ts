import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'correcting' });
const phone = { width: 390, height: 844 };
const cause = 'Danh sách người tham dự không khớp với ảnh chụp.';

interface Version {
  version: number;
  plan_id: string;
}

const at = async (id: string): Promise<Version> =>
  (await house.query<Version>('select version, plan_id from instance where id = $1', [id]))[0]!;

describe('What turns out wrong is put right by an event, and what was said stays', () => {
  house.story('the centre reopens accepted work; the report that counted it shows an erratum', async () => {
    const [done] = await house.query<{ id: string; toUnitId: string; cutoffOn: string; planId: string }>(`
      select i.id, i.to_unit_id as "toUnitId", h.on_day::text as "cutoffOn", i.plan_id as "planId"
      from instance i join history h on h.instance_id = i.id and h.event = 'accept'
      where i.flow = 'task' and i.state = 'accepted' and not i.standing and i.to_unit_id = 'bac-giang-truoc-2025-07'
      order by h.on_day limit 1`);
    const centre = await house.signIn('ttt.giamdoc');
    const province = await house.signIn('bac-giang');
    const asked = await centre.request('POST', '/instances', {
      flow: 'periodReport',
      parentId: done!.planId,
      toUnitId: done!.toUnitId,
      input: { period: 'Báo cáo nhanh', cutoffOn: done!.cutoffOn, dueOn: '2025-05-27' },
    });
    expect(asked.status).toBe(201);
    const report = (asked.body as { id: string }).id;
    await province.open(`/viec/${report}`);
    await province.press('Lập báo cáo');
    await province.send('Lập báo cáo');
    await province.seesState('Đã lập, chờ ký');

    await centre.open(`/viec/${done!.id}`);
    await centre.press('Mở lại nhiệm vụ');
    await centre.type('Lý do', cause);
    await centre.send('Mở lại nhiệm vụ');
    await centre.sees('Mở lại nhiệm vụ: đã ghi nhận.');
    await centre.seesState('Đang thực hiện');
    expect(await findBarriers(centre.page)).toEqual([]);

    await province.open(`/viec/${report}`);
    await province.part('Đính chính').sees(/Báo cáo đã ghi «Hoàn thành/);
    await province.part('Đính chính').sees(cause);
    expect(await findBarriers(province.page)).toEqual([]);
    await province.photograph('erratum');
    const small = await house.signInAnew('bac-giang', phone);
    await small.open(`/viec/${report}`);
    await small.part('Đính chính').sees(cause);
    expect(await small.isWiderThanItsWindow()).toBe(false);
    await small.photograph('erratum on a phone');
    await province.open('/thong-bao');
    await province.sees(/có đính chính/);
  });

  house.story('running work goes to another unit, which acknowledges it anew', async () => {
    const task = await findWork(house, { flow: 'task', to: 'bac-giang', state: 'inProgress', dueAfter: '2025-06-30' });
    const centre = await house.signIn('ttt');
    const other = await house.signIn('lao-cai');
    await centre.open(`/viec/${task.id}`);
    await centre.press('Giao cho đơn vị khác');
    await centre.choose('Chuyển đến đơn vị', 'Bảo hiểm xã hội tỉnh Lào Cai');
    await centre.type('Lý do', 'Địa bàn chuyển sang Lào Cai.');
    expect(await findBarriers(centre.page)).toEqual([]);
    await centre.photograph('giving to another unit');
    await centre.send('Giao cho đơn vị khác');
    await centre.seesState('Đã giao đơn vị khác');
    const { plan_id: planId } = await at(task.id);
    const [taken] = await house.query<{ id: string }>(
      `select id from instance where plan_id = $1 and flow = 'task' and snapshot->'context'->>'takenOverFrom' is not null`,
      [planId],
    );
    await other.open(`/viec/${taken!.id}`);
    await other.sees('Tiếp nhận từ đơn vị');
    await other.press('Tiếp nhận');
    await other.seesState('Đã tiếp nhận');
    const old = await house.signIn('bac-giang');
    await old.open(`/viec/${task.id}`);
    await old.sees('Địa bàn chuyển sang Lào Cai.');
    await old.sees('Việc này đã kết thúc, không còn bước nào cần làm.');
    await old.photograph('given away');
  });
});
