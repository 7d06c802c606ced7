import type { Client } from 'pg';

import { ApiProcess } from './api-process.js';
import { median, percentile, printFigure, say } from './figures.js';
import { growTo, offices, openSession, type BenchSession } from './ground.js';
import { runLoad } from './load.js';

const ROUNDS = 8;
const CALLS = 200;
const WARM_UP = 400;
const LANES = 4;

/** Lines of an inbox page. At ten thousand tasks a unit holds some 35: a longer page would not be the same page there. */
const INBOX_LINES = 30;

/** Plans on a page of them, for the same reason: each is counted, and at ten thousand tasks there are six. */
const PLANS = 5;

const pages = ['inbox page', 'list of plans', 'plan table', 'unit × row matrix'] as const;
type Page = (typeof pages)[number];

/** A database of its own with an API process on it. */
interface Side {
  api: ApiProcess;
  planIds: string[];
  office: BenchSession;
  centre: BenchSession;
}

/** A database to measure on. */
export interface BenchDatabase {
  url: string;
  client: Client;
}

async function openSide({ url, client }: BenchDatabase, tasks: number, port: number): Promise<Side> {
  say(`growing a database to ${tasks.toLocaleString('en')} tasks …`);
  await growTo(client, tasks);
  const { rows: plans } = await client.query<{ id: string }>('select id from plan order by id limit 200');
  return {
    api: await ApiProcess.start(url, port),
    planIds: plans.map((plan) => plan.id),
    office: await openSession(client, offices[20] ?? ''),
    centre: await openSession(client, 'ttt'),
  };
}

async function timesOf(page: Page, { api, planIds, office, centre }: Side, calls: number): Promise<number[]> {
  const planOf = (index: number) => planIds[index % planIds.length] ?? '';
  const ask = (index: number) => {
    if (page === 'inbox page') return api.get(`/api/inbox?limit=${INBOX_LINES}`, office.cookie);
    if (page === 'list of plans') return api.get(`/api/plans?limit=${PLANS}`, centre.cookie);
    return api.get(`/api/plans/${planOf(index)}/${page === 'plan table' ? 'rows' : 'matrix'}?limit=50`, centre.cookie);
  };
  const result = await runLoad(LANES, calls, async (index) => (await ask(index)).status === 200);
  if (result.failures > 0) throw new Error(`${result.failures} of ${page} failed.`);
  return result.times;
}

/**
 * Pages over HTTP at ten thousand and at a million tasks: they must not grow with the table. Both stand side by side and are
 * asked in turns, so that what else the machine does falls on both alike.
 */
export async function measureReads(few: BenchDatabase, many: BenchDatabase, port: number): Promise<void> {
  const sides = { few: await openSide(few, 10_000, port), many: await openSide(many, 1_000_000, port + 1) };
  try {
    for (const page of pages) {
      say(`${page} …`);
      const times = { few: [] as number[], many: [] as number[] };
      for (let round = -1; round < ROUNDS; round += 1) {
        for (const side of ['few', 'many'] as const) {
          const found = await timesOf(page, sides[side], round < 0 ? WARM_UP : CALLS);
          if (round >= 0) times[side].push(...found);
        }
      }
      printPage(page, times.few, times.many);
    }
  } finally {
    await Promise.all([sides.few.api.stop(), sides.many.api.stop()]);
  }
}

function printPage(page: Page, few: number[], many: number[]): void {
  const rounded = (milliseconds: number) => Math.round(milliseconds * 100) / 100;
  const [p99AtFew, p99AtMany] = [percentile(few, 0.99), percentile(many, 0.99)];
  printFigure({
    figure: `${page}, p99 at 1,000,000 tasks`,
    value: p99AtMany,
    unit: 'ms',
    goal: '<= 1.5 x that at 10,000, < 100 ms',
    met: p99AtMany <= p99AtFew * 1.5 && p99AtMany < 100,
    details: {
      ratio: rounded(p99AtMany / p99AtFew),
      p99At10000: rounded(p99AtFew),
      medianAt10000: rounded(median(few)),
      medianAt1000000: rounded(median(many)),
      calls: many.length,
    },
  });
}
