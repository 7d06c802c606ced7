import 'reflect-metadata';

import { parseArgs } from 'node:util';

import { ownFlows, shippedReleases } from '@phancong/workflows';
import { DataSource } from 'typeorm';

import { OwnFlowsRepository } from '../features/own-flows/own-flows.repository.js';
import { upgradeWork } from '../features/upgrade/upgrade-work.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Sql } from '../platform/database/sql.js';
import { writeUpgradeReport } from './write-upgrade-report.js';

interface Writer {
  write(text: string): unknown;
}

const isGiven = (url: string | undefined): url is string => url !== undefined && url !== '';

/**
 * `phancong upgrade`: 0 when all work goes on, 1 when some would strand or is damaged (it is named; the others go on),
 * 2 when it could not begin.
 */
export async function runUpgrade(
  args: readonly string[],
  url: string | undefined,
  stdout: Writer,
  stderr: Writer,
): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    stderr.write(`BAD_ARGUMENTS: tham số không đúng.\n${asked}\n`);
    return 2;
  }
  if (!isGiven(url)) {
    stderr.write(
      'DATABASE_URL chưa được đặt: hãy nêu cơ sở dữ liệu cần nâng cấp.\nDATABASE_URL is not set: name the database.\n',
    );
    return 2;
  }
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  try {
    const sql = new Sql(dataSource);
    await new OwnFlowsRepository(sql).learn();
    const releases = { ...shippedReleases, all: [...shippedReleases.all, ...ownFlows()] };
    const report = await upgradeWork(sql, releases, { write: !asked.dryRun });
    stdout.write(asked.json ? `${JSON.stringify(report, null, 2)}\n` : writeUpgradeReport(report));
    return report.strandedCount + report.damagedCount > 0 ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

function readArguments(args: readonly string[]): { dryRun: boolean; json: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    });
    return { dryRun: values['dry-run'] === true, json: values.json === true };
  } catch (error) {
    return error instanceof Error ? error.message : 'bad arguments';
  }
}
