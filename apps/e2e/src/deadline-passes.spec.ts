import { describe } from '@jest/globals';

import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'deadline passes' });

describe('A deadline passes on the demonstration clock', () => {
  house.story(
    'what is late turns late everywhere, and the unit and the centre are told',
    async () => {
      const province = await house.signIn('bac-giang');
      const centre = await house.signIn('ttt');
      const wave = await findWork(house, {
        flow: 'task',
        ref: 'II.1',
        to: 'bac-giang',
        state: 'inProgress',
        dueAfter: '2025-05-20',
      });
      const overdue = await province.readNumber('Quá hạn');
      await province.open('/?flow=task');
      await province.line(/II\.1.*Tháng 5\/2025/).sees('còn 11 ngày');

      for (let day = 21; day <= 31; day += 1) {
        await centre.press('Tua đồng hồ sang ngày mai');
        await centre.page.getByRole('banner').getByText(`${day}/5/2025`).waitFor();
      }
      await province.line(/II\.1.*Tháng 5\/2025/).sees('hạn hôm nay');
      await centre.press('Tua đồng hồ sang ngày mai');
      await centre.page.getByRole('banner').getByText('1/6/2025').waitFor();

      // The province has not touched its screen: the day and the lateness came by themselves.
      await province.line(/II\.1.*Tháng 5\/2025/).sees('quá 1 ngày');
      await province.seesNumber('Quá hạn', overdue + 2);
      await province.open(`/viec/${wave.id}`);
      await province.sees('quá 1 ngày');
      await centre.open('/ke-hoach');
      await centre.follow(/năm 2025/);
      const row = await centre.rowOf('II.1');
      await row.follow(/^Quá hạn: \d+ \(dòng II\.1\)$/);
      await centre.line(/II\.1.*Bắc Giang/).sees('quá 1 ngày');

      const late = 'Quá hạn: «II.1 Truyền thông cao điểm theo chủ đề';
      await province.open('/thong-bao');
      await province.press(/^(Chưa đọc )?Quá hạn: \d+ việc chưa hoàn thành/);
      await province.sees(`${late}» có hạn ngày 31/05/2025 chưa hoàn thành.`);
      await centre.open('/thong-bao');
      await centre.press(/^(Chưa đọc )?Quá hạn: \d+ việc chưa hoàn thành/);
      await centre
        .part(/^Quá hạn: \d+ việc/)
        .seesAfterMore(`${late} - BHXH tỉnh Bắc Giang» có hạn ngày 31/05/2025 chưa hoàn thành.`);
    },
    120_000,
  );
});
