import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { accountOf, findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'quarantine' });

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

describe('What is stored of a piece of work is damaged', () => {
  house.story(
    'it is set aside and named, the administrator repairs it, and its unit goes on',
    async () => {
      const asked = await findWork(house, { flow: 'coordination', state: 'acknowledged', from: 'ttt' });
      await house.query(`update instance set snapshot = '{"value":"hỏng"}' where id = $1`, [asked.id]);
      const unit = await house.signIn(accountOf(asked.toUnitId));
      await unit.open(`/viec/${asked.id}`);
      await unit.sees(/bị hỏng nên được để riêng/);

      const barriers: string[] = [];
      for (const { width, height } of sights) {
        const keeper = await house.signInAnew('quantri', { width, height });
        await keeper.open('/viec-tach-rieng');
        await keeper.sees(/Lịch sử dẫn đến: «Đã nhận phối hợp»/);
        barriers.push(...(await findBarriers(keeper.page)));
        if (await keeper.isWiderThanItsWindow()) barriers.push(`at ${width} it scrolls sideways`);
        await keeper.photograph(`quarantine-${width}`);
      }
      expect(barriers).toEqual([]);

      const keeper = await house.signIn('quantri');
      await keeper.open('/viec-tach-rieng');
      await keeper.press(/^Khôi phục «/);
      await keeper.dialog('Khôi phục').press('Khôi phục');
      await keeper.sees('Không có việc nào bị tách riêng');

      await unit.open(`/viec/${asked.id}`);
      await unit.part('Lịch sử').sees('Khôi phục dữ liệu từ lịch sử');
      await unit.press('Gửi nội dung phối hợp');
      await unit.type('Ghi chú', 'Gửi 3 clip.');
      await unit.send('Gửi nội dung phối hợp');
      await unit.seesState('Đã gửi nội dung phối hợp, chờ xác nhận');
    },
    120_000,
  );
});
