import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';
import { planFile } from './harness/places.js';

const house = openHouse({ name: 'reviewing', plan: 'none' });

describe('Two people go through one plan', () => {
  house.story(
    'the officer types what the document leaves blank, splits a row and takes it back',
    async () => {
      const officer = await house.signIn('ttt');
      await officer.open('/ke-hoach/nhap');
      await officer.attach('Chọn tệp kế hoạch', planFile);
      await officer.sees('Các dòng đã đọc');
      await officer.press('Sửa «Số văn bản»');
      await officer.type('Sửa «Số văn bản»', '529/KH-BHXH');
      await officer.keys('Enter');
      await officer.sees('Đã lưu thông tin văn bản.');
      await officer.sees('529/KH-BHXH');

      await officer.press('Thao tác với dòng I.1.2');
      await officer.page.getByRole('menuitem', { name: /Tách dòng này/ }).click();
      const panel = officer.page.getByRole('group', { name: 'Tách dòng I.1.2' });
      await panel.getByRole('button', { name: 'Dòng mới bắt đầu từ đây' }).first().click();
      await officer.sees('Đã tách thành dòng I.1.2.b.');
      await officer.part('Các dòng đã đọc').sees('23 dòng');
      expect(await findBarriers(officer.page)).toEqual([]);
      await officer.keys('Control+z');
      await officer.sees('Đã hoàn tác: tách dòng I.1.2 thành I.1.2 và I.1.2.b.');
      await officer.part('Các dòng đã đọc').sees('22 dòng');
    },
    120_000,
  );

  for (const { where, ...size } of [
    { where: 'at a desk', width: 1440, height: 900 },
    { where: 'on a phone', width: 390, height: 844 },
  ]) {
    house.story(`the plan says itself who a class is, ${where}: an office less, and back to the registry`, async () => {
      const path = new URL((await house.signIn('ttt')).page.url()).pathname;
      const officer = await house.signInAnew('ttt', { ...size, colorScheme: 'light' });
      await officer.open(path);
      await officer.page.getByText('Tên đơn vị trong kế hoạch là những ai').click();
      await officer.press('Chọn đơn vị cho «BHXH tỉnh»');
      const group = officer.page.getByRole('group', { name: 'Chọn đơn vị cho «BHXH tỉnh»' });
      const field = group.getByRole('combobox').or(group.locator('input:not([type=hidden])')).first();
      await field.focus();
      // The pills stand before the cursor: the last of them goes.
      await officer.keys('Backspace', 'Escape');
      await group.getByRole('button', { name: 'Lưu thành viên' }).click();
      await officer.sees('Đã lưu thành viên của «BHXH tỉnh».');
      await officer.sees(/BHXH tỉnh · 62 đơn vị/);
      await officer.page.getByRole('button', { name: 'Chọn đơn vị cho «BHXH tỉnh»' }).press('Enter');
      expect(await findBarriers(officer.page)).toEqual([]);
      expect(await officer.isWiderThanItsWindow()).toBe(false);
      if (process.env['PHANCONG_PICTURES']) await officer.photograph(`members ${where}`);
      await officer.page.getByRole('button', { name: 'Trở lại danh mục' }).press('Enter');
      await officer.sees(/BHXH tỉnh · 63 đơn vị/);
      await officer.leave();
    });
  }

  house.story('of two who edit one row the second is told who changed what, and keeps his words', async () => {
    const officer = await house.signIn('ttt');
    const head = await house.signIn('ttt.giamdoc');
    await head.open(new URL(officer.page.url()).pathname);
    const field = 'Sửa «Đơn vị tính» của dòng I.6';
    await head.press(field);
    await officer.press(field);
    await officer.type(field, 'Lượt tư vấn');
    await officer.keys('Enter');
    await officer.sees('Đã lưu dòng I.6.');
    head.expectRefusal(409);
    await head.type(field, 'Cuộc gọi');
    await head.keys('Enter');
    await head.sees(/đã «sửa đơn vị tính của dòng I\.6»/);
    expect(await head.page.getByRole('textbox', { name: field }).inputValue()).toBe('Cuộc gọi');
    await head.press('Lưu');
    await head.sees('Đã lưu dòng I.6.');
    await officer.sees('Cuộc gọi');
  });

  house.story(
    'of two who approve at the same moment one does it, and the other hears that it is done',
    async () => {
      const officer = await house.signIn('ttt');
      for (let turn = 0; turn < 120 && !(await officer.words()).includes('Đã giải quyết hết nghi vấn'); turn += 1) {
        await officer.keys('Enter');
        await officer.page.waitForTimeout(40);
      }
      await officer.sees('Đã giải quyết hết nghi vấn');
      await officer.press('Trình soát xét');
      await officer.sees('Trình soát xét: đã ghi nhận.');

      const address = new URL(officer.page.url()).pathname;
      const first = await house.signIn('ttt.giamdoc');
      const second = await house.signInAnew('ttt.giamdoc');
      await first.open(address);
      await second.open(address);
      await first.seesButton('Phê duyệt kế hoạch');
      await second.seesButton('Phê duyệt kế hoạch');
      first.expectRefusal(409);
      second.expectRefusal(409);
      await Promise.all([first.press('Phê duyệt kế hoạch'), second.press('Phê duyệt kế hoạch')]);
      const told = async (person: typeof first) =>
        Promise.race([
          person.sees('Phê duyệt kế hoạch: đã ghi nhận.').then(() => 'done'),
          person.sees(/đã «Phê duyệt kế hoạch»/).then(() => 'told'),
        ]);
      expect((await Promise.all([told(first), told(second)])).sort()).toEqual(['done', 'told']);
      await second.leave();
    },
    120_000,
  );
});
