import { describe } from '@jest/globals';

import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'more time' });

describe('A province asks for more time', () => {
  house.story('the centre grants it, and both dates show', async () => {
    const province = await house.signIn('bac-giang');
    const centre = await house.signIn('ttt');
    const wave = await findWork(house, {
      flow: 'task',
      ref: 'II.1',
      to: 'bac-giang',
      state: 'inProgress',
      dueAfter: '2025-05-20',
    });
    await province.open('/?flow=task');
    await province.follow(/II\.1.*Tháng 5\/2025/);
    await province.sees('31/5/2025');
    await province.press('Đề nghị gia hạn');
    await province.typeDay('Hạn đề nghị', '30/05/2025');
    await province.type('Lý do', 'Lịch phát sóng của đài tỉnh lùi sang tháng 6.');
    province.expectRefusal(400, 409);
    await province.send('Đề nghị gia hạn');
    await province.sees('Ngày đề nghị gia hạn phải sau thời hạn hiện tại.');
    await province.typeDay('Hạn đề nghị', '10/06/2025');
    await province.send('Đề nghị gia hạn');
    await province.sees('Đã gửi: Đề nghị gia hạn.');

    await centre.open('/?flow=extension');
    await centre.line(/Bắc Giang/).follow(/II\.1/);
    await centre.sees('Lịch phát sóng của đài tỉnh lùi sang tháng 6.');
    await centre.press('Đồng ý gia hạn');
    await centre.type('Ghi chú', 'Đồng ý theo lịch phát sóng.');
    await centre.send('Đồng ý gia hạn');
    await centre.seesState('Đồng ý gia hạn');

    await province.sees('hạn gốc 31/5/2025');
    await province.sees('10/6/2025');
    await province.open('/?flow=task');
    const line = province.line(/II\.1.*Tháng 5\/2025/);
    await line.sees('10/6/2025');
    await line.sees('hạn gốc 31/5/2025');
    await centre.open(`/viec/${wave.id}`);
    await centre.sees('hạn gốc 31/5/2025');
  });
});
