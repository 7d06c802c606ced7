import { afterAll, beforeAll, it } from '@jest/globals';
import { createTestDatabase, withClient, type TestDatabase } from '@phancong/testing';
import type { Browser } from 'playwright-core';

import { startApi, type ApiProcess, type Settings } from './api-process.js';
import { DatabaseLine } from './database-line.js';
import { demonstrationTemplate } from './demonstration-template.js';
import { checkIsBuilt, openBrowser } from './open-browser.js';
import { Person, type Sight } from './person.js';

interface HouseOptions {
  /** What the stories are about; becomes part of the name of the database. */
  name: string;
  /** `demonstration`: the plan of 2025 on 20 May. `none`: the same people on 15 January, before there is any plan. */
  plan?: 'demonstration' | 'none';
  /** Settings of the application beside those of every house. */
  settings?: Settings;
}

const emptyTheHouse = `
  truncate file, plan, plan_item, doubt, plan_name, instance, history, due_row, outbox, request, notice, target, evidence,
    budget_line cascade;
  update demonstration_clock set today = '2025-01-15'`;

/** An office of its own for one file of stories: a database, the built application on it, and a browser for whoever signs in. */
export class House {
  private database: TestDatabase | undefined;
  private line: DatabaseLine | undefined;
  private api: ApiProcess | undefined;
  private browser: Browser | undefined;
  private readonly people = new Map<string, Person>();

  constructor(private readonly options: HouseOptions) {}

  async open(): Promise<void> {
    checkIsBuilt();
    const { name, plan = 'demonstration', settings } = this.options;
    this.database = await createTestDatabase({ name, template: demonstrationTemplate });
    if (plan === 'none') await this.query(emptyTheHouse);
    this.line = await DatabaseLine.to(this.database.url);
    [this.api, this.browser] = await Promise.all([startApi(this.line.url, settings), openBrowser()]);
  }

  async close(): Promise<void> {
    for (const person of this.present()) await person.leave();
    await this.browser?.close();
    await this.api?.stop();
    await this.line?.close();
    await this.database?.drop();
  }

  /** The person of this account at a browser of his own; signing in once is enough for all stories of the file. */
  async signIn(username: string): Promise<Person> {
    const person = this.people.get(username) ?? (await this.signInAnew(username));
    this.people.set(username, person);
    return person;
  }

  /** The same account at another browser, or at a screen of another size. */
  async signInAnew(username: string, sight?: Sight): Promise<Person> {
    if (!this.api || !this.browser) throw new Error('The house is not open.');
    const person = await Person.signIn(this.browser, this.api.address, username, sight);
    this.people.set(`${username} ${this.people.size}`, person);
    return person;
  }

  /** Everybody who is signed in at the moment. */
  present(): Person[] {
    return [...new Set(this.people.values())];
  }

  /** Looks into the tables, or changes what only time or another system would. */
  async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    if (!this.database) throw new Error('The house is not open.');
    return withClient(this.database.url, async (client) => (await client.query(text, values)).rows as Row[]);
  }

  /** The line between application and database is cut for a while. */
  async withoutDatabase(work: () => Promise<void>): Promise<void> {
    await this.line?.cut();
    try {
      await work();
    } finally {
      await this.line?.mend();
    }
  }

  /** One story. It fails, with pictures, when a page complained meanwhile of anything that the story did not expect. */
  story(title: string, tell: () => Promise<void>, timeout?: number): void {
    it(
      title,
      async () => {
        try {
          await tell();
          const complaints = this.present().flatMap((person) => person.takeComplaints());
          if (complaints.length > 0) throw new Error(`Pages complained:\n${complaints.join('\n')}`);
        } catch (error) {
          throw await this.illustrate(error, title);
        }
      },
      timeout,
    );
  }

  private async illustrate(error: unknown, title: string): Promise<Error> {
    const failure = error instanceof Error ? error : new Error(String(error));
    const people = this.present();
    const pictures = await Promise.all(people.map((person) => person.photograph(title).catch(() => 'no picture')));
    const complaints = people.flatMap((person) => person.takeComplaints());
    failure.stack = [failure.stack, '', 'Pictures:', ...pictures, ...complaints].join('\n');
    return failure;
  }
}

/** Opens a house before the stories of a file and closes it after them. */
export function openHouse(options: HouseOptions): House {
  const house = new House(options);
  beforeAll(() => house.open(), 180_000);
  afterAll(() => house.close(), 30_000);
  return house;
}
