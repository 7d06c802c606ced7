import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { DataSource } from 'typeorm';
import { z } from 'zod';

import { AuditChainRepository } from '../features/audit/audit-chain.repository.js';
import { wordFinding } from '../features/audit/audit-finding.js';
import { AuditVerificationService } from '../features/audit/audit-verification.service.js';
import { OwnFlowsRepository } from '../features/own-flows/own-flows.repository.js';
import { publicPemOf, SEAL_PURPOSE, sealKeyOf, signSeal } from '../features/audit/seal-signature.js';
import { readSecretKey } from '../platform/config/secret-key.js';
import { SecretBox } from '../platform/secrets/secret-box.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Sql } from '../platform/database/sql.js';

const KeptHead = z.object({
  number: z.number(),
  until: z.string(),
  rows: z.string(),
  head: z.string(),
  signature: z.string().nullish(),
});

const auditUsage = `phancong audit verify [--heads FILE] [--key FILE]
phancong audit heads
phancong audit key
phancong audit seal

  verify   tìm dòng lịch sử bị sửa, xóa, đổi chỗ / finds rows of the record that were changed, removed or reordered
  --heads  so với mã chốt đã cất nơi khác / compares with heads that were kept elsewhere
  --key    khóa công khai (PEM) để kiểm chữ ký; không có thì dùng khóa của máy này / public key of the signatures; else that of this machine
  key      in khóa công khai của chữ ký / prints the public key of the signatures
  heads    in các mã chốt hằng ngày để cất nơi khác / prints the daily heads, to be kept elsewhere
  seal     chốt ngay đến lúc này / seals up to now
`;

async function readHeads(file: string) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => KeptHead.parse(JSON.parse(line)));
}

/** The key that signs here; null where this machine has no secret key. */
function signingKey(): KeyObject | null {
  const secretKey = readSecretKey(process.env['PHANCONG_SECRET_KEY'], process.env['PHANCONG_SECRET_KEY_FILE']);
  return secretKey && sealKeyOf(new SecretBox({ secretKey }).keyFor(SEAL_PURPOSE));
}

interface VerifyOptions {
  heads: string | undefined;
  key: string | undefined;
}

async function verify(chains: AuditChainRepository, { heads, key }: VerifyOptions, tell: (line: string) => void) {
  const own = signingKey();
  const publicKey = key ? createPublicKey(await readFile(key)) : own && createPublicKey(own);
  const kept = heads ? await readHeads(heads) : [];
  const findings = await new AuditVerificationService(chains).verify(kept, publicKey);
  if (!publicKey) tell('Chưa kiểm chữ ký: không có khóa công khai. / Signatures were not checked: no public key.');
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

/** Pairs of `--heads FILE` and `--key FILE`; undefined for anything else. */
function readVerifyOptions(args: readonly string[]): VerifyOptions | undefined {
  const options: VerifyOptions = { heads: undefined, key: undefined };
  for (let place = 0; place < args.length; place += 2) {
    const [name, file] = [args[place]?.slice(2), args[place + 1]];
    if ((name !== 'heads' && name !== 'key') || !args[place]?.startsWith('--') || file === undefined) return undefined;
    options[name] = file;
  }
  return options;
}

/** `phancong audit …` on the database of the address: 0 when the record is whole, 1 when not, 2 when it could not be read. */
export async function runAudit(
  args: readonly string[],
  url: string | undefined,
  tell: (line: string) => void,
): Promise<number> {
  const [command, ...rest] = args;
  const options = readVerifyOptions(rest);
  const known =
    command === 'verify'
      ? options !== undefined
      : rest.length === 0 && (command === 'heads' || command === 'seal' || command === 'key');
  if (!known || !options) {
    tell(auditUsage);
    return 2;
  }
  if (command === 'key') {
    const key = signingKey();
    tell(
      key ? publicPemOf(key).trim() : 'PHANCONG_SECRET_KEY_FILE chưa được đặt. / PHANCONG_SECRET_KEY_FILE is not set.',
    );
    return key ? 0 : 2;
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
    if (command === 'verify') return await verify(chains, options, tell);
    if (command === 'seal') await chains.seal('infinity');
    const key = command === 'seal' ? signingKey() : null;
    if (key) await chains.signNewest((head) => signSeal(head, key));
    for (const head of await chains.heads()) tell(JSON.stringify(head));
    return 0;
  } catch (error) {
    tell(`Không kiểm tra được. / Could not be read. ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
