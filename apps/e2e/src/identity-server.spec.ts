import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';

const house = openHouse({
  name: 'identity server',
  settings: {
    PHANCONG_OIDC_ISSUER: 'https://127.0.0.1:1',
    PHANCONG_OIDC_CLIENT_ID: 'phan-cong',
    PHANCONG_OIDC_SITE: 'http://127.0.0.1:3000',
    PHANCONG_OIDC_NAME: 'Định danh BHXH Việt Nam',
  },
});

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

describe('The door of the identity server', () => {
  for (const { where, ...size } of sights) {
    house.story(
      `stands beside the password ${where}; where the server is away it says so and the password goes on`,
      async () => {
        const person = await house.signInAnew('ttt', { ...size, colorScheme: 'light' });
        await person.page.context().clearCookies();
        await person.open('/dang-nhap');
        const button = person.page.getByRole('link', { name: 'Đăng nhập qua Định danh BHXH Việt Nam' });
        await button.focus();
        await person.page.keyboard.press('Enter');
        await person.sees('Chưa kết nối được hệ thống định danh');
        expect(await findBarriers(person.page)).toEqual([]);
        expect(await person.isWiderThanItsWindow()).toBe(false);
        if (process.env['PHANCONG_PICTURES']) await person.photograph(`identity ${where}`);
        await person.giveName();
        await person.seesHeading('Việc của đơn vị');
      },
      60_000,
    );
  }
});
