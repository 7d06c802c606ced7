import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@phancong/testing';
import type { Browser, Page } from 'playwright-core';

import { startApi, type ApiProcess } from './harness/api-process.js';
import { findBarriers } from './harness/find-barriers.js';
import { checkIsBuilt, openBrowser } from './harness/open-browser.js';

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

/** The set-up code on the terminal; the line may come a moment after the application answers. */
async function codeIn({ said }: ApiProcess): Promise<string> {
  for (let turn = 0; turn < 100; turn += 1) {
    const code = /[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}/.exec(said())?.[0];
    if (code) return code;
    await setTimeout(100);
  }
  throw new Error(`No code on the terminal:\n${said()}`);
}

/** A real installation on its first day: an empty database, nobody in it, and the terminal of the server. */
describe('Setting up', () => {
  let browser: Browser;
  const houses: { database: TestDatabase; api: ApiProcess }[] = [];
  beforeAll(async () => {
    checkIsBuilt();
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    for (const { api, database } of houses) {
      await api.stop();
      await database.drop();
    }
  }, 30_000);

  async function firstDay(): Promise<ApiProcess> {
    const database = await createTestDatabase({ name: 'setting up' });
    const api = await startApi(database.url, { PHANCONG_DEMO: '0', PHANCONG_LOG: 'human' });
    houses.push({ database, api });
    return api;
  }

  const isWider = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  for (const { where, ...viewport } of sights) {
    it(`an empty installation is set up by whoever reads the terminal, by the keyboard, ${where}`, async () => {
      const api = await firstDay();
      const context = await browser.newContext({
        baseURL: api.address,
        viewport,
        locale: 'vi-VN',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const code = await codeIn(api);

      await page.goto('/dang-nhap');
      await page.getByRole('link', { name: 'Tạo quản trị viên đầu tiên' }).click();
      await page.getByRole('heading', { level: 1, name: 'Cài đặt lần đầu' }).waitFor();
      const barriers = await findBarriers(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      barriers.push(...(await findBarriers(page, 'colours')));
      await page.emulateMedia({ colorScheme: 'light' });
      expect(barriers).toEqual([]);
      expect(await isWider(page)).toBe(false);

      const fill = async (typed: string) => {
        await page.getByLabel('Mã cài đặt').focus();
        await page.keyboard.type(typed);
        await page.keyboard.press('Tab');
        await page.getByLabel('Cơ quan').selectOption('bhxh-vn');
        for (const text of ['Phan Hữu Nghĩa', 'quan.tri', 'hoa gạo tháng ba']) {
          await page.keyboard.press('Tab');
          await page.keyboard.type(text);
        }
        await page.keyboard.press('Enter');
      };
      await fill('AAAA-AAAA-AAAA');
      await page.getByText('Mã cài đặt chưa đúng').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      if (process.env['PHANCONG_PICTURES'])
        await page.screenshot({ path: `${tmpdir()}/setting-up-${where}.png`, fullPage: true });
      await page.getByLabel('Mã cài đặt').fill(code);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Đã tạo quản trị viên' }).waitFor();

      await page.getByRole('link', { name: 'Đến trang đăng nhập' }).click();
      await page.getByLabel('Tên đăng nhập').fill('quan.tri');
      await page.getByLabel('Mật khẩu').fill('hoa gạo tháng ba');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Việc của đơn vị' }).waitFor();
      await page.goto('/nguoi-dung');
      await page.getByText('Phan Hữu Nghĩa').first().waitFor();
      await page.goto('/cai-dat');
      await page.getByRole('heading', { level: 1, name: 'Hệ thống đã được cài đặt' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await context.close();
    }, 120_000);
  }
});
