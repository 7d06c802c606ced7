import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'accessibility' });

/** Every main screen, and words that are on it only when it is whole. */
async function mainScreens(): Promise<{ path: string; whole: string | RegExp }[]> {
  const [plan] = await house.query<{ id: string }>('select id from plan');
  const [item] = await house.query<{ id: string }>(`select id from plan_item where ref = 'I.1.2'`);
  const task = await findWork(house, { flow: 'task', ref: 'I.1.2', to: 'bac-giang' });
  const estimate = await findWork(house, { flow: 'budget', state: 'awaitingApproval' });
  const ofPlan = `/ke-hoach/${plan?.id}`;
  return [
    { path: '/', whole: 'Nhiệm vụ của đơn vị' },
    { path: '/viec?flow=task', whole: 'Danh sách việc' },
    { path: `/viec/${task.id}`, whole: 'Nguồn trong văn bản' },
    { path: `/viec/${estimate.id}`, whole: 'Thẩm định song song' },
    { path: '/ban-giao', whole: 'Sản phẩm chuyển từ đơn vị này sang đơn vị khác' },
    { path: '/thong-bao', whole: /thông báo chưa đọc|Đã đọc hết/ },
    { path: '/ke-hoach', whole: 'Văn bản đã ký trở thành việc của từng đơn vị.' },
    { path: '/ke-hoach/nhap', whole: 'Kéo tệp vào đây, hoặc chọn tệp' },
    { path: ofPlan, whole: '64 nhiệm vụ' },
    { path: `${ofPlan}/ma-tran`, whole: 'I.1.2' },
    { path: `${ofPlan}/lich`, whole: 'Hôm nay' },
    { path: `${ofPlan}/ra-soat`, whole: 'Các dòng đã đọc' },
    { path: `${ofPlan}/kinh-phi`, whole: 'Các dự toán' },
    { path: `${ofPlan}/dong/${item?.id}`, whole: 'Tiến độ của dòng' },
    { path: '/kinh-phi', whole: 'Các dự toán' },
    { path: '/don-vi', whole: 'Trung tâm Truyền thông' },
    { path: '/don-vi/bac-giang-truoc-2025-07', whole: 'Bắc Giang' },
  ];
}

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

describe('Nobody is kept out', () => {
  for (const { where, ...size } of sights) {
    house.story(
      `of any main screen ${where}, by day or in the dark`,
      async () => {
        const barriers: string[] = [];
        const centre = await house.signInAnew('ttt', { ...size, colorScheme: 'light' });
        for (const { path, whole } of await mainScreens()) {
          await centre.page.emulateMedia({ colorScheme: 'light' });
          await centre.open(path);
          await centre.sees(whole);
          const byDay = await findBarriers(centre.page);
          await centre.page.emulateMedia({ colorScheme: 'dark' });
          const inTheDark = await findBarriers(centre.page, 'colours');
          barriers.push(...byDay.map((barrier) => `${path} ${barrier}`));
          barriers.push(...inTheDark.map((barrier) => `${path} in the dark: ${barrier}`));
          if (await centre.isWiderThanItsWindow()) barriers.push(`${path} scrolls sideways`);
        }
        expect(barriers).toEqual([]);
      },
      180_000,
    );
  }

  house.story('of the sign-in', async () => {
    const centre = await house.signInAnew('ttt');
    await centre.page.context().clearCookies();
    for (const colorScheme of ['light', 'dark'] as const) {
      await centre.page.emulateMedia({ colorScheme });
      await centre.open('/dang-nhap');
      await centre.seesHeading('Bản trình diễn');
      expect(await findBarriers(centre.page)).toEqual([]);
    }
  });
});
