import 'reflect-metadata';

import pg from 'pg';

import { prepareApp } from '../start.js';
import { readConfig } from '../platform/config/config.js';
import { measureBulk } from './bulk.js';
import { measureClocks } from './clocks.js';
import { measureFanOut } from './fan-out.js';
import { say } from './figures.js';
import { growTo, layGround } from './ground.js';
import { measureLive } from './live.js';
import { measureFirstLoad, measureRest } from './house.js';
import { measureReader } from './reader.js';
import { measureReads, type BenchDatabase } from './reads.js';
import { measureRecord } from './record.js';
import { measureReorganisation } from './reorganisation.js';
import { measureTransitions } from './transitions.js';
import { measureUpgrade } from './upgrade.js';
import { measureVisibility } from './visibility.js';

const API_PORT = 3977;

let databases = 0;

/** A fresh database beside the given one, dropped at the end. */
async function withFreshDatabase(adminUrl: string, work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  databases += 1;
  const name = `phancong_bench_${process.pid}_${databases}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  try {
    const config = readConfig({ DATABASE_URL: url.href, PHANCONG_ROLE: 'web', PHANCONG_LOG: 'silent' });
    const app = await prepareApp(config);
    await app.close();
    await client.connect();
    await layGround(client);
    await work({ url: url.href, client });
  } finally {
    await client.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

/** `npm run bench [-- fan-out record transitions bulk clocks live reads reorganisation visibility house reader upgrade]`: every figure of one run, one JSON line each on standard output. */
const asked = new Set(process.argv.slice(2));
const wanted = (part: string) => asked.size === 0 || asked.has(part);
const adminUrl = process.env['PHANCONG_ADMIN_DATABASE_URL'] ?? process.env['DATABASE_URL'] ?? '';

if (wanted('house')) measureFirstLoad();
if (wanted('reader')) await measureReader();
await withFreshDatabase(adminUrl, async ({ url, client }) => {
  if (wanted('house')) await measureRest(url, API_PORT);
  if (wanted('fan-out')) await measureFanOut(client);
  if (wanted('record')) await measureRecord(client);
  await growTo(client, wanted('transitions') || wanted('bulk') ? 400_000 : 1);
  if (wanted('transitions')) await measureTransitions(url, client, API_PORT);
  if (wanted('bulk')) await measureBulk(url, client, API_PORT);
});
if (wanted('clocks')) {
  await withFreshDatabase(adminUrl, async ({ url, client }) => {
    await growTo(client, 250_000);
    await measureClocks(url, client, API_PORT);
  });
}
if (wanted('live')) {
  await withFreshDatabase(adminUrl, async ({ url, client }) => {
    await growTo(client, 10_000);
    await measureLive(url, client, API_PORT);
  });
}
if (wanted('upgrade')) {
  await withFreshDatabase(adminUrl, ({ client }) => measureUpgrade(client));
}
if (wanted('reads')) {
  await withFreshDatabase(adminUrl, (few) => withFreshDatabase(adminUrl, (many) => measureReads(few, many, API_PORT)));
}
if (wanted('reorganisation')) {
  await withFreshDatabase(adminUrl, ({ url, client }) => measureReorganisation(url, client));
}
if (wanted('visibility')) {
  await withFreshDatabase(adminUrl, ({ url, client }) => measureVisibility(url, client));
}
say('done');
