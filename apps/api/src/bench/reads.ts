import type { Client } from 'pg';

import { ApiProcess } from './api-process.js';
import { median, percentile, printFigure, say } from './figures.js';
import { growTo, offices, openSession } from './ground.js';
import { runLoad } from './load.js';

const SIZES = [10_000, 1_000_000] as const;
const CALLS = 400;
const LANES = 4;

type Times = Record<'inbox page' | 'plan table' | 'unit × row matrix', number[]>;

async function measureAt(api: ApiProcess, client: Client): Promise<Times> {
  const { rows: plans } = await client.query<{ id: string }>('select id from plan order by id limit 200');
  const office = await openSession(client, offices[20] ?? '');
  const centre = await openSession(client, 'ttt');
  const planOf = (index: number) => plans[index % plans.length]?.id ?? '';
  const measure = async (path: (index: number) => string, cookie: string) => {
    const call = async (index: number) => (await api.get(path(index), cookie)).status === 200;
    await runLoad(LANES, 60, call);
    const result = await runLoad(LANES, CALLS, call);
    if (result.failures > 0) throw new Error(`${result.failures} of ${path(0)} failed.`);
    return result.times;
  };
  return {
    'inbox page': await measure(() => '/api/inbox?limit=50', office.cookie),
    'plan table': await measure((index) => `/api/plans/${planOf(index)}/rows?limit=50`, centre.cookie),
    'unit × row matrix': await measure((index) => `/api/plans/${planOf(index)}/matrix?limit=50`, centre.cookie),
  };
}

/** Pages over HTTP at ten thousand and at a million tasks: they must not grow with the table. */
export async function measureReads(databaseUrl: string, client: Client, port: number): Promise<void> {
  const found: Times[] = [];
  for (const size of SIZES) {
    say(`growing the database to ${size.toLocaleString('en')} tasks …`);
    await growTo(client, size);
    const api = await ApiProcess.start(databaseUrl, port);
    try {
      found.push(await measureAt(api, client));
    } finally {
      await api.stop();
    }
  }
  const [small, large] = found;
  if (!small || !large) return;
  for (const page of Object.keys(small) as (keyof Times)[]) {
    const [few, many] = [percentile(small[page], 0.99), percentile(large[page], 0.99)];
    printFigure({
      figure: `${page}, p99 at 1,000,000 tasks`,
      value: many,
      unit: 'ms',
      goal: '<= 1.5 x that at 10,000, < 100 ms',
      met: many <= few * 1.5 && many < 100,
      details: {
        p99At10000: Math.round(few * 100) / 100,
        medianAt10000: Math.round(median(small[page]) * 100) / 100,
        medianAt1000000: Math.round(median(large[page]) * 100) / 100,
      },
    });
  }
}
