import { readFile } from 'node:fs/promises';

import { DataSource } from 'typeorm';
import { z } from 'zod';

import { AuditChainRepository } from '../features/audit/audit-chain.repository.js';
import { wordFinding } from '../features/audit/audit-finding.js';
import { AuditVerificationService } from '../features/audit/audit-verification.service.js';
import { OwnFlowsRepository } from '../features/own-flows/own-flows.repository.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Sql } from '../platform/database/sql.js';

const KeptHead = z.object({ number: z.number(), until: z.string(), rows: z.string(), head: z.string() });

const auditUsage = `phancong audit verify [--heads FILE]
phancong audit heads
phancong audit seal

  verify   tìm dòng lịch sử bị sửa, xóa, đổi chỗ / finds rows of the record that were changed, removed or reordered
  --heads  so với mã chốt đã cất nơi khác / compares with heads that were kept elsewhere
  heads    in các mã chốt hằng ngày để cất nơi khác / prints the daily heads, to be kept elsewhere
  seal     chốt ngay đến lúc này / seals up to now
`;

async function readHeads(file: string) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => KeptHead.parse(JSON.parse(line)));
}

async function verify(chains: AuditChainRepository, heads: string | undefined, tell: (line: string) => void) {
  const findings = await new AuditVerificationService(chains).verify(heads ? await readHeads(heads) : []);
  for (const finding of findings) {
    const { vi, en } = wordFinding(finding);
    tell(`${vi}\n  ${en}`);
  }
  tell(
    findings.length === 0
      ? 'Lịch sử nguyên vẹn. / The record is whole.'
      : `Có ${findings.length} chỗ không còn như khi ghi. / ${findings.length} places are not as they were written.`,
  );
  return findings.length === 0 ? 0 : 1;
}

/** `phancong audit …` on the database of the address: 0 when the record is whole, 1 when not, 2 when it could not be read. */
export async function runAudit(
  args: readonly string[],
  url: string | undefined,
  tell: (line: string) => void,
): Promise<number> {
  const [command, option, file, ...more] = args;
  const known =
    (command === 'verify' && (option === undefined || (option === '--heads' && file !== undefined))) ||
    ((command === 'heads' || command === 'seal') && option === undefined);
  if (!known || more.length > 0) {
    tell(auditUsage);
    return 2;
  }
  if (!url) {
    tell('DATABASE_URL chưa được đặt. / DATABASE_URL is not set.');
    return 2;
  }
  const dataSource = new DataSource(dataSourceOptions(url, 2));
  try {
    await dataSource.initialize();
    const sql = new Sql(dataSource);
    await new OwnFlowsRepository(sql).learn();
    const chains = new AuditChainRepository(sql);
    if (command === 'verify') return await verify(chains, file, tell);
    if (command === 'seal') await chains.seal('infinity');
    for (const head of await chains.heads()) tell(JSON.stringify(head));
    return 0;
  } catch (error) {
    tell(`Không kiểm tra được. / Could not be read. ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
