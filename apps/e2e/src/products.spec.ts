import { dirname, join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';
import { planFile } from './harness/places.js';

const house = openHouse({ name: 'products', plan: 'none' });

/** A plan whose table names the money of each row. */
const energyPlan = join(dirname(planFile), '../packages/plan-reader/fixtures/layouts/tiet-kiem-nang-luong.pdf');

describe('A plan says what each row costs', () => {
  house.story(
    'the officer sees the money of a row as it was read, and puts it right',
    async () => {
      const officer = await house.signIn('ttt');
      await officer.open('/ke-hoach/nhap');
      await officer.attach('Chọn tệp kế hoạch', energyPlan);
      await officer.sees('Các dòng đã đọc');
      await officer.sees('12.500.000.000 đồng');
      const field = 'Sửa «Kinh phí» của dòng 2';
      await officer.press(field);
      await officer.type(field, '13000000000');
      await officer.keys('Enter');
      await officer.sees('Đã lưu dòng 2.');
      await officer.sees('13.000.000.000 đồng');
      // From the top, where nothing lies half below the head of the page.
      await officer.page.evaluate(() => scrollTo(0, 0));
      expect(await findBarriers(officer.page)).toEqual([]);
      await officer.keys('Control+z');
      await officer.sees('Đã hoàn tác: sửa kinh phí của dòng 2.');
      await officer.sees('12.500.000.000 đồng');
    },
    120_000,
  );
});
