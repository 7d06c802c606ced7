import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';
import { planFile } from './harness/places.js';

const house = openHouse({ name: 'plan begins', plan: 'none' });
const textFile = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });

describe('The signed table of 2025 becomes work', () => {
  house.story(
    'the centre uploads it and settles every doubt by keyboard',
    async () => {
      const centre = await house.signIn('ttt');
      await centre.open('/ke-hoach');
      await centre.sees('Chưa có kế hoạch nào');
      await centre.follow('Nhập kế hoạch');
      await centre.attach('Chọn tệp kế hoạch', planFile);
      await centre.sees(/Đã đọc 22 dòng, \d+ điểm cần người xem lại\./);
      await centre.part('Các dòng đã đọc').sees('22 dòng');

      const left = async () => Number(/Còn (\d+) nghi vấn/.exec(await centre.words())?.[1] ?? 0);
      await centre.sees(/Còn \d+ nghi vấn/);
      expect(await findBarriers(centre.page)).toEqual([]);
      const doubts = await left();
      expect(doubts).toBeGreaterThan(20);
      // One key a doubt; a key that comes while the answer before is still on its way is pressed again.
      for (let presses = 0; (await left()) > 0 && presses < 4 * doubts; presses += 1) {
        const before = await left();
        await centre.keys('Enter');
        await centre.seesSoon(async () => (await left()) < before);
      }
      await centre.sees('Đã giải quyết hết nghi vấn');
      await centre.press('Trình soát xét');
      await centre.sees('Trình soát xét: đã ghi nhận.');
      expect(await centre.mayPress('Phê duyệt kế hoạch')).toBe(false);
    },
    120_000,
  );

  house.story('the head approves, looks ahead and gives out the tasks', async () => {
    const head = await house.signIn('ttt.giamdoc');
    await head.open('/ke-hoach');
    await head.sees('Đang soát xét');
    await head.follow(/2025/);
    await head.follow('Soát xét');
    await head.press('Phê duyệt kế hoạch');
    await head.follow('Xem trước và giao nhiệm vụ');
    await head.sees('Chưa có gì được ghi. Hãy xem ai sẽ nhận gì, rồi mới giao.');
    await head.seesHeading('Tuần đầu tiên ai phải làm gì');
    await head.seesHeading('Việc đến hạn theo tháng');
    const button = /^Giao [\d.]+ nhiệm vụ$/;
    await head.seesButton(button);
    const tasks = /Giao ([\d.]+) nhiệm vụ/.exec(await head.words())?.[1] ?? '';
    expect(Number(tasks.replace('.', ''))).toBeGreaterThan(1500);
    expect(await findBarriers(head.page)).toEqual([]);
    await head.press(button);
    await head.dialog(button).press('Giao nhiệm vụ');
    await head.sees('Đã giao nhiệm vụ');

    await head.follow('Mở bảng kế hoạch');
    const row = await head.rowOf('I.1.2');
    await row.sees('64 nhiệm vụ');
    expect(await head.part('Tiến độ toàn kế hoạch').words()).toContain(tasks);
    expect(await head.words()).not.toMatch(/Hoàn thành (đúng|quá) hạn: [1-9]/);
  });

  house.story('a province finds its share of it at once', async () => {
    const province = await house.signIn('bac-giang');
    expect(await province.readNumber('Chờ tiếp nhận')).toBeGreaterThan(20);
  });

  house.story('the same file a second time leads to the plan that exists', async () => {
    const centre = await house.signIn('ttt');
    centre.expectRefusal(409);
    await centre.open('/ke-hoach/nhap');
    await centre.attach('Chọn tệp kế hoạch', planFile);
    await centre.sees('Tệp này đã được tải lên trước đó.');
    await centre.follow('Mở kế hoạch đã có');
    await (await centre.rowOf('I.1.2')).sees('64 nhiệm vụ');
  });

  const refused = [
    [
      'no plan at all',
      'Giấy mời họp giao ban tuần 3.\nThời gian: 8 giờ ngày 20/01/2025.',
      'Không tìm thấy bảng phân công (cột «Đơn vị chủ trì») hay mục giao việc',
    ],
    ['empty', '', 'Tệp rỗng. Hãy chọn lại tệp kế hoạch.'],
    [
      'a table without rows',
      '| Stt | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian thực hiện |\n| --- | --- | --- | --- | --- |\n',
      'Bảng phân công chỉ có tiêu đề, không có dòng nội dung nào.',
    ],
  ] as const;
  for (const [what, words, sentence] of refused) {
    house.story(`a file that is ${what} is refused in plain words`, async () => {
      const centre = await house.signIn('ttt');
      centre.expectRefusal(422);
      await centre.open('/ke-hoach/nhap');
      await centre.attach('Chọn tệp kế hoạch', textFile('tep-thu.txt', words));
      await centre.sees('Chưa nhập được «tep-thu.txt»');
      await centre.sees(sentence);
    });
  }

  house.story('a province is told that it does not issue plans', async () => {
    const province = await house.signIn('bac-giang');
    await province.open('/ke-hoach/nhap');
    await province.sees('Đơn vị bạn không ban hành kế hoạch');
  });
});
