import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { Screen } from './screen.js';
import { Watch } from './watch.js';

const password = 'ke-hoach-2025';

export interface Sight {
  width: number;
  height: number;
  colorScheme?: 'light' | 'dark';
}

const desk: Sight = { width: 1440, height: 900 };

/** Somebody of the office at a browser of his own, signed in by the form as everybody is. */
export class Person extends Screen {
  private constructor(
    readonly page: Page,
    readonly username: string,
    private readonly address: string,
    private readonly context: BrowserContext,
    private readonly watch: Watch,
  ) {
    super(page);
  }

  static async signIn(browser: Browser, address: string, username: string, sight: Sight = desk): Promise<Person> {
    const { width, height, colorScheme = 'light' } = sight;
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width, height },
      colorScheme,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      // The identity server of a story vouches for itself.
      ignoreHTTPSErrors: true,
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const person = new Person(page, username, address, context, new Watch(page));
    await page.goto('/dang-nhap');
    await person.giveName();
    await person.seesHeading('Việc của đơn vị');
    return person;
  }

  /** Fills the form of sign-in, wherever it stands. */
  async giveName(form: Screen = this): Promise<void> {
    await form.type('Tên đăng nhập', this.username);
    await form.type('Mật khẩu', password);
    await this.page.keyboard.press('Enter');
  }

  /** Opens an address of the application, e.g. '/ban-giao'. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** A key, or several one after the other. */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Looks for half a second whether it comes true. */
  async seesSoon(isTrue: () => Promise<boolean>): Promise<void> {
    for (let look = 0; look < 20 && !(await isTrue()); look += 1) await this.page.waitForTimeout(25);
  }

  /** The deadlines of the list in the order in which it shows them, as 2025-12-31. */
  async dueDays(): Promise<string[]> {
    const list = this.page.getByRole('list', { name: 'Danh sách việc' });
    await list.getByRole('listitem').nth(1).waitFor();
    const lines = await list.getByRole('listitem').allInnerTexts();
    return lines.flatMap((line) => {
      const [, day = '', month = '', year = ''] = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(line) ?? [];
      return year ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : [];
    });
  }

  /** The state as the drawn workflow of the page says it: "you are here". */
  async seesState(state: string): Promise<void> {
    await this.page.getByRole('img', { name: `hiện ở «${state}»` }).waitFor();
  }

  /** The number on top of the home screen under this name. */
  async readNumber(name: string): Promise<number> {
    const stat = this.part('Số liệu tóm tắt').link(new RegExp(name));
    return Number((await stat.innerText()).replaceAll('.', '').match(/\d+/)?.[0]);
  }

  async seesNumber(name: string, value: number): Promise<void> {
    await this.part('Số liệu tóm tắt')
      .link(new RegExp(`^${value} ${name}|^${name} ${value}`))
      .waitFor();
  }

  /** A page of the office never has to be pushed sideways as a whole. */
  isWiderThanItsWindow(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  }

  /** The request that a person with a console could send, past the screens. */
  async request(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }> {
    const session = await this.context.request.get(`${this.address}/api/session`);
    const { csrfToken } = (await session.json()) as { csrfToken: string };
    const answer = await this.context.request.fetch(`${this.address}/api${path}`, {
      method,
      headers: { 'x-csrf-token': csrfToken },
      ...(body ? { data: body } : {}),
    });
    return { status: answer.status(), body: await answer.json() };
  }

  /** Refusals with these statuses belong to the story; 0 stands for no answer. */
  expectRefusal(...statuses: number[]): void {
    this.watch.forgive(...statuses);
  }

  takeComplaints(): string[] {
    return this.watch.takeComplaints().map((complaint) => `${this.username}: ${complaint}`);
  }

  async photograph(title: string): Promise<string> {
    const path = join(tmpdir(), 'phancong-stories', `${title}-${this.username}.png`.replaceAll(/[/\s]+/g, '-'));
    await this.page.screenshot({ path, fullPage: true });
    return `${path} (${this.page.url()})`;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
