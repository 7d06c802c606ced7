import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';
import type { Person } from './harness/person.js';

const house = openHouse({ name: 'people' });

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

const screens: [username: string, path: string, whole: string | RegExp][] = [
  ['ttt.giamdoc', '/uy-quyen', 'Các ủy quyền'],
  ['ttt.giamdoc', '/tai-khoan', 'Khóa truy cập cho hệ thống khác'],
  ['quantri', '/nguoi-dung', 'Đặng Hữu Phước'],
  ['quantri', '/nhat-ky-bao-mat', /Phan Hữu Nghĩa \(/],
];

async function colleagueOf(username: string): Promise<string> {
  const [row] = await house.query<{ id: string }>('select id from person where username = $1', [username]);
  return row!.id;
}

async function giveSeat(director: Person): Promise<void> {
  await director.request('POST', '/delegations', {
    toPersonId: await colleagueOf('ttt.pho'),
    validFrom: '2025-05-20',
    validTo: '2025-05-23',
    reason: 'Đi công tác theo Quyết định số 123/QĐ-BHXH',
  });
}

describe('People, posts and keys', () => {
  house.story(
    'a deputy takes the seat that the director left to her, sees it named on every screen, and gives it back',
    async () => {
      const director = await house.signIn('ttt.giamdoc');
      await giveSeat(director);
      await director.open('/uy-quyen');
      await director.sees('Lê Quang Vinh → Ngô Quỳnh Trang');

      const deputy = await house.signIn('ttt.pho');
      await deputy.page.getByRole('button', { name: 'Tài khoản của Ngô Quỳnh Trang' }).click();
      await deputy.page.getByRole('menuitem', { name: /thay mặt Lê Quang Vinh/ }).click();
      await deputy.page.getByRole('banner').getByText('thay mặt Lê Quang Vinh').waitFor();

      await director.page.getByRole('button', { name: 'Chấm dứt ủy quyền cho Ngô Quỳnh Trang' }).click();
      await director.sees('Đã chấm dứt');
      await deputy.open('/');
      await deputy.page.getByRole('banner').getByText('Cấp phó').waitFor();
    },
    60_000,
  );

  house.story(
    'a newcomer is added, chooses a password behind the link, and signs in',
    async () => {
      const keeper = await house.signIn('quantri');
      await keeper.open('/nguoi-dung');
      await keeper.page.getByRole('button', { name: 'Thêm người' }).click();
      await keeper.page.getByLabel('Họ và tên').fill('Đào Thị Mười');
      await keeper.page.getByLabel('Tên đăng nhập').fill('dao.muoi');
      await keeper.page.getByLabel('Đơn vị', { exact: false }).first().selectOption('bac-giang-truoc-2025-07');
      await keeper.page.getByRole('button', { name: 'Thêm và tạo đường dẫn mời' }).click();
      const link = await keeper.page.getByText(/\/moi\//).innerText();

      const newcomer = await house.signInAnew('ttt');
      await newcomer.page.context().clearCookies();
      await newcomer.open(new URL(link).pathname);
      await newcomer.sees('Chào Đào Thị Mười');
      expect(await findBarriers(newcomer.page)).toEqual([]);
      newcomer.expectRefusal(422);
      await newcomer.page.getByLabel('Mật khẩu', { exact: false }).first().fill('qwertyuiop');
      await newcomer.page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
      await newcomer.sees('đã bị lộ');
      await newcomer.page.getByLabel('Mật khẩu', { exact: false }).first().fill('hoa gạo tháng ba');
      await newcomer.page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
      await newcomer.sees('Đã đặt mật khẩu');
    },
    60_000,
  );

  for (const { where, ...size } of sights) {
    house.story(
      `come as a workbook ${where}: looked at, then written`,
      async () => {
        const keeper = await house.signInAnew('quantri', { ...size, colorScheme: 'light' });
        await keeper.open('/nguoi-dung');
        await keeper.page.getByRole('button', { name: 'Nhập từ bảng tính' }).click();
        const table = await keeper.page.request.get('/api/people/workbook');
        const input = keeper.page.locator('input[type=file]');
        const file = { mimeType: table.headers()['content-type'] ?? '', buffer: await table.body() };
        await input.setInputFiles({ ...file, name: 'nguoi-dung.xlsx' });
        await keeper.sees('Bảng giống hệt danh sách đang có');
        await house.query(`update person set full_name = 'Tên gõ sai ${size.width}' where username = 'ttt.pho'`);
        await input.setInputFiles({ ...file, name: 'nguoi-dung-2.xlsx' });
        await keeper.sees('1 người sửa họ tên');
        expect(await findBarriers(keeper.page)).toEqual([]);
        expect(await keeper.isWiderThanItsWindow()).toBe(false);
        if (process.env['PHANCONG_PICTURES']) await keeper.photograph(`workbook ${where}`);
        await keeper.page.getByRole('button', { name: 'Ghi bảng này' }).click();
        await keeper.sees('Đã ghi: 0 người mới, 1 sửa');
      },
      60_000,
    );
  }

  for (const { where, ...size } of sights) {
    house.story(
      `keep nobody out ${where}, by day or in the dark`,
      async () => {
        const barriers: string[] = [];
        const director = await house.signIn('ttt.giamdoc');
        await giveSeat(director);
        for (const [username, path, whole] of screens) {
          const person = await house.signInAnew(username, { ...size, colorScheme: 'light' });
          await person.open(path);
          await person.sees(whole);
          barriers.push(...(await findBarriers(person.page)).map((barrier) => `${path} ${barrier}`));
          await person.page.emulateMedia({ colorScheme: 'dark' });
          const dark = await findBarriers(person.page, 'colours');
          barriers.push(...dark.map((barrier) => `${path} in the dark: ${barrier}`));
          await person.page.emulateMedia({ colorScheme: 'light' });
          if (await person.isWiderThanItsWindow()) barriers.push(`${path} scrolls sideways`);
          if (process.env['PHANCONG_PICTURES']) await person.photograph(`${path} ${where}`);
        }
        expect(barriers).toEqual([]);
      },
      120_000,
    );
  }
});
