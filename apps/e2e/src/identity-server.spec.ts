import { afterAll, describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';
import { startIdentityServer, type IdentityServer } from './harness/identity-server.js';

const house = openHouse({
  name: 'identity server away',
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

describe('With the identity server of the agency', () => {
  let server: IdentityServer | undefined;
  const served = openHouse({
    name: 'identity server',
    settings: async (site) => {
      server = await startIdentityServer(site);
      return server.settings;
    },
  });
  afterAll(() => server?.close());

  for (const { where, ...size } of sights) {
    served.story(
      `a person signs in by its button, works, and signs out of both, ${where}`,
      async () => {
        const person = await served.signInAnew('ttt', { ...size, colorScheme: 'light' });
        await person.page.context().clearCookies();
        await person.open('/dang-nhap');
        await person.follow('Đăng nhập qua Định danh BHXH Việt Nam');
        await person.seesHeading('Định danh BHXH Việt Nam');
        expect(new URL(person.page.url()).origin).toBe(server?.issuer);
        await person.type('Tài khoản', 'ttt');
        await person.keys('Enter');
        await person.seesHeading('Việc của đơn vị');
        expect(await person.page.evaluate('document.cookie')).not.toContain('session');
        await person.open('/ke-hoach');
        await person.seesHeading('Kế hoạch');

        await person.press(/^Tài khoản của/);
        await person.page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
        await person.press('Đăng xuất khỏi Định danh');
        await person.sees('Đăng nhập qua Định danh BHXH Việt Nam');
        await person.open('/ke-hoach');
        await person.sees('Đăng nhập qua Định danh BHXH Việt Nam');
        await person.follow('Đăng nhập qua Định danh BHXH Việt Nam');
        // Signed out there too: it asks again who it is.
        await person.seesHeading('Định danh BHXH Việt Nam');
        await person.leave();
      },
      60_000,
    );
  }

  served.story('whom the application does not know is sent back with the reason, and is not signed in', async () => {
    const person = await served.signInAnew('ttt');
    await person.page.context().clearCookies();
    await person.open('/dang-nhap');
    await person.follow('Đăng nhập qua Định danh BHXH Việt Nam');
    await person.type('Tài khoản', 'nguoi-la');
    await person.keys('Enter');
    await person.page.waitForURL(/dang-nhap\?refused=/);
    expect(await findBarriers(person.page)).toEqual([]);
    expect((await person.page.context().cookies()).filter(({ name }) => name === 'phancong_session')).toEqual([]);
    await person.leave();
  });
});
