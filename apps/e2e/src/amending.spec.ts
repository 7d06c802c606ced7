import { fileURLToPath } from 'node:url';

import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'amending' });
const decision = fileURLToPath(new URL('../../../fixtures/amendments/decision-on-2025-table.txt', import.meta.url));

describe('A decision changes the plan while it runs', () => {
  house.story(
    'the officer uploads it and sees row by row what it would do, and may not apply it himself',
    async () => {
      const officer = await house.signIn('ttt');
      await officer.open('/ke-hoach');
      await officer.follow(/2025/);
      await officer.follow('Sửa đổi');
      await officer.sees('Kế hoạch chưa được sửa đổi lần nào');
      await officer.attach('Tải văn bản sửa đổi', decision);
      await officer.sees('Những dòng thay đổi');
      await officer.part('Những dòng thay đổi').sees('Quý III');
      await officer.sees(/Tất cả: hủy \d+ nhiệm vụ/);
      await officer.sees('Lãnh đạo đơn vị chủ trì kế hoạch mới được áp dụng bản sửa đổi.');
      expect(await officer.mayPress(/^Áp dụng \d+ dòng$/)).toBe(false);
      expect(await findBarriers(officer.page)).toEqual([]);
    },
    120_000,
  );

  house.story(
    'the head applies it; the table and the tasks follow',
    async () => {
      const officer = await house.signIn('ttt');
      const head = await house.signIn('ttt.giamdoc');
      await head.open(new URL(officer.page.url()).pathname);
      await head.press(/^Áp dụng \d+ dòng$/);
      await head.dialog('Áp dụng sửa đổi?').press(/^Áp dụng \d+ dòng$/);
      await head.sees('Đã áp dụng. Các đơn vị liên quan được báo.');
      await head.follow('Bảng');
      const added = await head.rowOf('I.7');
      await added.sees('Tổ chức cuộc thi trực tuyến');
      await added.sees('1 nhiệm vụ');
    },
    120_000,
  );
});
