import { describe, expect } from '@jest/globals';

import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'province work' });

describe('The office of Bắc Giang at its work', () => {
  house.story('sees first what it owes by nearest deadline', async () => {
    const province = await house.signIn('bac-giang');
    await province.sees('Cần xử lý');
    const days = await province.dueDays();
    expect(days.length).toBeGreaterThan(10);
    expect(days).toEqual(days.toSorted());
  });

  house.story('acknowledges twenty tasks at once by keyboard', async () => {
    const province = await house.signIn('bac-giang');
    const before = await province.readNumber('Chờ tiếp nhận');
    expect(before).toBeGreaterThanOrEqual(20);
    await province.follow(/Chờ tiếp nhận/);
    await province.sees('Đang lọc: Chờ tiếp nhận');
    await province.keys('j', 'x');
    await province.sees('Đã chọn 1 việc');
    for (let line = 1; line < 20; line += 1) await province.keys('j');
    await province.keys('Shift+X');
    await province.sees('Đã chọn 20 việc');
    await province.press('Tiếp nhận 20 nhiệm vụ');
    await province.sees('Tiếp nhận: xong 20 việc.');
    await province.seesNumber('Chờ tiếp nhận', before - 20);
  });

  house.story('records conferences as evidence and sees its quota of 10-12 fill', async () => {
    const province = await house.signIn('bac-giang');
    const task = await findWork(house, { flow: 'task', ref: 'I.1.2', to: 'bac-giang' });
    await province.open(`/viec/${task.id}`);
    const targets = province.part('Chỉ tiêu');
    const quota = targets.line(/tại các doanh nghiệp/);
    await quota.sees('/10-12');
    const before = Number(/([\d,.]+)\/10-12/.exec(await quota.words())?.[1]);
    for (const [place, participants] of [
      ['Khu công nghiệp Quang Châu, Việt Yên', '320'],
      ['Khu công nghiệp Vân Trung', '185'],
    ] as const) {
      const evidence = province.part('Minh chứng');
      await evidence.press('Ghi nhận minh chứng');
      await evidence.type('Tên sự kiện, sản phẩm', `Đối thoại với người lao động tại ${place}`);
      await evidence.typeDay('Ngày diễn ra', '15/05/2025');
      await evidence.type('Địa điểm', place);
      await evidence.type('Số người tham dự', participants);
      await evidence.attach('Chọn tệp…', {
        name: 'bien-ban-hoi-nghi.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(`Biên bản hội nghị tại ${place}, ${participants} đại biểu.`),
      });
      await evidence.sees('bien-ban-hoi-nghi.txt');
      await evidence.send('Ghi nhận minh chứng');
      await evidence.line(place).sees(`${participants} người`);
    }
    await quota.sees(`${before + 2}/10-12`);
  });

  house.story('reports two periods; the centre returns one with its reason and accepts the other', async () => {
    const province = await house.signIn('bac-giang');
    const centre = await house.signIn('ttt');
    const secondQuarter = { flow: 'checkpoint', to: 'bac-giang', state: 'open', dueAfter: '2025-05-20' };
    const conferences = await findWork(house, { ...secondQuarter, ref: 'I.1.2' });
    const portal = await findWork(house, { ...secondQuarter, ref: 'I.2.1.b' });
    for (const { id } of [conferences, portal]) {
      await province.open(`/viec/${id}`);
      await province.press('Nộp báo cáo kỳ');
      await province.type('Tóm tắt kết quả', 'Đã tổ chức 4 hội nghị, 505 lượt người tham dự.');
      await province.send('Nộp báo cáo kỳ');
      await province.seesState('Đã báo cáo, chờ xem xét');
      await province.sees('Đang chờ Trung tâm Truyền thông: việc đang ở «Đã báo cáo, chờ xem xét».');
    }

    await centre.open(`/viec/${conferences.id}`);
    await centre.sees('Đã tổ chức 4 hội nghị, 505 lượt người tham dự.');
    await centre.press('Trả lại để bổ sung');
    await centre.type('Lý do', 'Chưa nêu số hội nghị theo từng nhóm chủ thể.');
    await centre.send('Trả lại để bổ sung');
    await centre.seesState('Bị trả lại, cần bổ sung');
    await centre.open(`/viec/${portal.id}`);
    await centre.press('Chấp nhận báo cáo');
    await centre.seesState('Đã chấp nhận');

    await province.open('/thong-bao');
    await province.follow(/trả lại báo cáo kỳ «I\.1\.2/);
    await province.sees('Chưa nêu số hội nghị theo từng nhóm chủ thể.');
    await province.seesButton('Nộp báo cáo kỳ');
  });
});
