import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect } from '@jest/globals';

import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'disturbances' });
const openPeriod = { flow: 'checkpoint', state: 'open', dueAfter: '2025-05-20' };

describe('What disturbs the work', () => {
  house.story('a session that ends in the middle of a form loses nothing that was typed', async () => {
    const province = await house.signIn('can-tho');
    const period = await findWork(house, { ...openPeriod, ref: 'I.2.1.b', to: 'can-tho' });
    await province.open(`/viec/${period.id}`);
    await province.press('Nộp báo cáo kỳ');
    await province.type('Tóm tắt kết quả', 'Đăng 64 tin, bài trên Cổng của tỉnh trong quý II.');
    await house.query('delete from session');
    province.expectRefusal(401);
    await province.send('Nộp báo cáo kỳ');
    const again = province.dialog('Phiên làm việc đã hết hạn');
    await again.sees('Nội dung đang nhập vẫn được giữ nguyên.');
    await province.giveName(again);
    await province.seesState('Đã báo cáo, chờ xem xét');
    await province.part('Lịch sử').sees('Đăng 64 tin, bài trên Cổng của tỉnh trong quý II.');
  });

  house.story('a reload in the middle of a form loses nothing that was typed either', async () => {
    const province = await house.signIn('hai-phong');
    const period = await findWork(house, { ...openPeriod, ref: 'I.2.1.b', to: 'hai-phong' });
    await province.open(`/viec/${period.id}`);
    await province.press('Nộp báo cáo kỳ');
    await province.type('Tóm tắt kết quả', 'Đăng 41 tin, bài.');
    await province.page.reload();
    await province.press('Nộp báo cáo kỳ');
    await province.seesTyped('Tóm tắt kết quả', 'Đăng 41 tin, bài.');
  });

  house.story('one acts, the other sees it without a reload', async () => {
    const province = await house.signIn('da-nang');
    const centre = await house.signIn('ttt');
    const period = await findWork(house, { ...openPeriod, ref: 'I.2.1.b', to: 'da-nang' });
    await centre.open(`/viec/${period.id}`);
    await centre.seesState('Chưa báo cáo');
    await province.open(`/viec/${period.id}`);
    await province.press('Nộp báo cáo kỳ');
    await province.type('Tóm tắt kết quả', 'Đăng 52 tin, bài.');
    await province.send('Nộp báo cáo kỳ');
    await centre.seesState('Đã báo cáo, chờ xem xét');
    await centre.seesButton('Chấp nhận báo cáo');
  });

  house.story('whoever decides on an old state is told who was faster', async () => {
    const officer = await house.signIn('ttt');
    const head = await house.signIn('ttt.giamdoc');
    const period = await findWork(house, { flow: 'checkpoint', state: 'reported', to: 'da-nang' });
    // The head's screen hears nothing of what others do.
    head.expectRefusal(0, 409);
    await head.page.route('**/api/live*', (route) => route.abort());
    await head.open(`/viec/${period.id}`);
    await officer.open(`/viec/${period.id}`);
    await head.seesButton('Chấp nhận báo cáo');
    await officer.press('Trả lại để bổ sung');
    await officer.type('Lý do', 'Thiếu đường dẫn tới các tin, bài.');
    await officer.send('Trả lại để bổ sung');
    await officer.seesState('Bị trả lại, cần bổ sung');
    await head.press('Chấp nhận báo cáo');
    await head.sees(/Trong lúc bạn xem, Nguyễn Thu Hà.* đã «Trả lại để bổ sung»/);
    await head.seesState('Bị trả lại, cần bổ sung');
  });

  house.story('the address of another unit’s task shows nothing of it', async () => {
    const province = await house.signIn('can-tho');
    const foreign = await findWork(house, { flow: 'task', ref: 'I.1.2', to: 'ha-noi' });
    province.expectRefusal(404);
    await province.open(`/viec/${foreign.id}`);
    await province.seesHeading('Không được xem');
    await province.sees('Không tìm thấy, hoặc đơn vị của bạn không được xem.');
    const move = { event: 'report', payload: { summary: 'Giả mạo' }, expectedVersion: 0 };
    const answer = await province.request('POST', `/instances/${foreign.id}/moves`, move);
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  house.story(
    'ten seconds without the database are said plainly, and then the work goes on',
    async () => {
      const province = await house.signIn('thai-nguyen');
      const period = await findWork(house, { ...openPeriod, ref: 'I.2.1.b', to: 'thai-nguyen' });
      await province.open(`/viec/${period.id}`);
      await province.press('Nộp báo cáo kỳ');
      await province.type('Tóm tắt kết quả', 'Đăng 38 tin, bài.');
      for (const person of house.present()) person.expectRefusal(503);
      await house.withoutDatabase(async () => {
        await province.send('Nộp báo cáo kỳ');
        await province.sees('Đang kết nối lại với máy chủ. Nội dung đang nhập vẫn được giữ.');
        await pause(10_000);
        await province.seesTyped('Tóm tắt kết quả', 'Đăng 38 tin, bài.');
      });
      await province.seesState('Đã báo cáo, chờ xem xét');
      await province.seesNot('Đang kết nối lại với máy chủ. Nội dung đang nhập vẫn được giữ.');
      await province.part('Lịch sử').sees('Đăng 38 tin, bài.');
    },
    90_000,
  );
});
