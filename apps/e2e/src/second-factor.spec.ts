import { randomBytes } from 'node:crypto';

import { describe, expect } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';
import type { Person } from './harness/person.js';

const house = openHouse({
  name: 'second factor',
  settings: {
    PHANCONG_SECRET_KEY: randomBytes(32).toString('base64'),
    PHANCONG_SECOND_FACTOR_FOR: 'administrator',
  },
});

/** What a telephone shows; `steps` of thirty seconds from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Turns it on by the keyboard, wherever the form stands; gives the secret that the telephone took. */
async function enrol({ page }: Person): Promise<string> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Bật xác thực hai bước' }) });
  await form.getByLabel('Mật khẩu đang dùng').fill('ke-hoach-2025');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'Mã QR' }).waitFor();
  const secret = await page.getByText('Nhập khóa này vào ứng dụng').locator('code').innerText();
  await page.getByLabel('Mã 6 chữ số').fill(codeOf(secret, -1));
  await page.keyboard.press('Enter');
  await page.getByText('Mã khôi phục – lưu ngay').waitFor();
  return secret;
}

async function signInWith({ page }: Person, username: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill('ke-hoach-2025');
  await page.keyboard.press('Enter');
}

const sights = [
  { where: 'at a desk', who: 'ttt', width: 1440, height: 900 },
  { where: 'on a phone', who: 'bac-giang', width: 390, height: 844 },
];

describe('A second factor', () => {
  for (const { where, who, ...size } of sights) {
    house.story(
      `is turned on ${where}, asked at the next sign-in, and keeps nobody out who has the telephone`,
      async () => {
        const person = await house.signInAnew(who, { ...size, colorScheme: 'light' });
        await person.open('/tai-khoan');
        const secret = await enrol(person);
        expect(await findBarriers(person.page)).toEqual([]);
        expect(await person.isWiderThanItsWindow()).toBe(false);
        if (process.env['PHANCONG_PICTURES']) await person.photograph(`second factor codes ${where}`);

        person.expectRefusal(401);
        await signInWith(person, who);
        const field = person.page.getByLabel('Mã xác thực');
        await field.waitFor();
        expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
        expect(await findBarriers(person.page)).toEqual([]);
        if (process.env['PHANCONG_PICTURES']) await person.photograph(`second factor asked ${where}`);
        person.expectRefusal(401);
        await person.page.keyboard.type('000000');
        await person.page.keyboard.press('Enter');
        await person.sees('Mã không đúng hoặc đã dùng rồi');
        await field.fill(codeOf(secret));
        await person.page.keyboard.press('Enter');
        await person.seesHeading('Việc của đơn vị');
      },
      60_000,
    );
  }

  house.story(
    'stands before every screen of an administrator until it is on',
    async () => {
      const administrator = await house.signInAnew('cskh');
      await signInWith(administrator, 'quantri');
      await administrator.seesHeading('Xác thực hai bước');
      await administrator.open('/nguoi-dung');
      await administrator.seesHeading('Xác thực hai bước');
      expect(await findBarriers(administrator.page)).toEqual([]);
      if (process.env['PHANCONG_PICTURES']) await administrator.photograph('second factor needed');
      await enrol(administrator);
      await administrator.page.getByRole('button', { name: 'Vào làm việc' }).click();
      await administrator.seesHeading('Việc của đơn vị');
      await administrator.open('/nguoi-dung');
      await administrator.sees('Đặng Hữu Phước');
    },
    60_000,
  );
});
