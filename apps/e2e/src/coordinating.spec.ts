import { describe } from '@jest/globals';

import { accountOf, findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'coordinating' });

describe('Units coordinate with the lead of a task', () => {
  house.story('a coordinating unit contributes, and the lead confirms it', async () => {
    const asked = await findWork(house, { flow: 'coordination', state: 'acknowledged', from: 'ttt' });
    const unit = await house.signIn(accountOf(asked.toUnitId));
    const lead = await house.signIn('ttt');
    await unit.open(`/viec/${asked.id}`);
    await unit.press('Gửi nội dung phối hợp');
    await unit.type('Ghi chú', 'Gửi 12 tin, bài và 3 clip về BHXH tự nguyện của quý II.');
    await unit.type('Đường dẫn', 'https://tinh.bhxh.example/tin-bai/quy-2');
    await unit.send('Gửi nội dung phối hợp');
    await unit.seesState('Đã gửi nội dung phối hợp, chờ xác nhận');

    await lead.open(`/viec/${asked.id}`);
    await lead.sees('Gửi 12 tin, bài và 3 clip về BHXH tự nguyện của quý II.');
    await lead.press('Xác nhận');
    await lead.seesState('Đã xác nhận');
    await unit.seesState('Đã xác nhận');
  });

  house.story('another declines with its reason, and the lead sees it', async () => {
    const asked = await findWork(house, { flow: 'coordination', state: 'requested', from: 'ttt' });
    const unit = await house.signIn(accountOf(asked.toUnitId));
    const lead = await house.signIn('ttt');
    await unit.open(`/viec/${asked.id}`);
    await unit.press('Từ chối phối hợp');
    await unit.type('Lý do', 'Đơn vị đang tập trung chuyển đổi dữ liệu, không bố trí được người.');
    await unit.send('Từ chối phối hợp');
    await unit.seesState('Từ chối phối hợp');

    await lead.open('/thong-bao');
    await lead.follow(new RegExp(`${asked.toUnitName} từ chối phối hợp`));
    await lead.seesState('Từ chối phối hợp');
    await lead.sees('Đơn vị đang tập trung chuyển đổi dữ liệu, không bố trí được người.');
  });
});
