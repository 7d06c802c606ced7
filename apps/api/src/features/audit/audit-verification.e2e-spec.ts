import { createPublicKey, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { DataSource } from 'typeorm';

import { dataSourceOptions } from '../../platform/database/data-source.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { prepareActivePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { AuditChainRepository, type Head } from './audit-chain.repository.js';
import { wordFinding, type AuditFinding } from './audit-finding.js';
import { publicPemOf, sealKeyOf, signSeal } from './seal-signature.js';
import { AuditVerificationService } from './audit-verification.service.js';

class TakenBack extends Error {}

type Tampering = string | ((chains: AuditChainRepository) => Promise<unknown>);

const openDoors = 'alter table history disable trigger user; alter table audit_entry disable trigger user';

jest.setTimeout(60_000);

describe('the record of every change', () => {
  let api: TestApi;
  /** Somebody with the keys of the database. */
  let owner: Sql;
  let ownerSource: DataSource;
  /** A task that its office acknowledged, began and was asked about: rows 0, 1 and 2. */
  let taskId = '';
  let other = '';

  const chainsOn = (runner: SqlRunner) =>
    new AuditChainRepository({
      rows: runner.rows.bind(runner),
      row: async (...args: Parameters<Sql['row']>) => (await runner.rows(...args))[0],
    } as unknown as Sql);

  /** Lets somebody with the keys of the database tamper, verifies, and takes everything back. */
  async function afterTampering(...tampering: Tampering[]): Promise<AuditFinding[]> {
    return afterTamperingHeldAgainst(() => [], ...tampering);
  }

  async function afterTamperingHeldAgainst(kept: () => Head[], ...tampering: Tampering[]): Promise<AuditFinding[]> {
    let findings: AuditFinding[] = [];
    const deed = owner.transaction(async (runner) => {
      const chains = chainsOn(runner);
      for (const step of tampering) {
        if (typeof step === 'string') await runner.rows({ name: '', text: step });
        else await step(chains);
      }
      findings = await new AuditVerificationService(chains).verify(kept());
      throw new TakenBack();
    });
    await expect(deed).rejects.toThrow(TakenBack);
    return findings;
  }

  const seal = (chains: AuditChainRepository) => chains.seal('infinity');
  const tamper = (statement: string) => [
    'alter table history disable trigger user',
    statement.replaceAll('$task', `'${taskId}'`).replaceAll('$other', `'${other}'`),
  ];

  beforeAll(async () => {
    api = await startTestApi({ name: 'audit' });
    ownerSource = await new DataSource(dataSourceOptions(api.databaseUrl, 2)).initialize();
    owner = new Sql(ownerSource);
    const planId = await prepareActivePlan(api);
    const tasks = await api.query<{ id: string }>(
      `select id from instance where plan_id = $1 and flow = 'task' and to_unit_id = 'bac-giang-truoc-2025-07' order by id limit 2`,
      [planId],
    );
    [taskId, other] = [tasks[0]?.id ?? '', tasks[1]?.id ?? ''];
    const office = await api.as('bacgiang');
    for (const [expectedVersion, event] of ['acknowledge', 'start'].entries()) {
      const answer = await office.post(`/instances/${taskId}/moves`, { event, payload: {}, expectedVersion });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    }
    await office.post(`/instances/${other}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
  });
  afterAll(async () => {
    await ownerSource.destroy();
    await api.close();
  });

  it('is whole after a plan was imported, activated and worked on', async () => {
    expect(await afterTampering()).toEqual([]);
    expect(await afterTampering(seal)).toEqual([]);
  });

  it.each(['update history set post = post', 'delete from history', 'truncate history'])(
    'is not to be changed: %s',
    async (statement) => {
      await api.query('delete from demonstration_clock');
      await expect(api.query(statement)).rejects.toThrow('history is append-only');
      await api.setToday('2025-01-15');
    },
  );

  it('names the row that was changed, with who and what', async () => {
    const [finding, ...more] = await afterTampering(
      ...tamper(
        `update history set person_id = (select id from person where username = 'laocai') where instance_id = $task and version = 1`,
      ),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ fault: 'changed', chain: taskId, rows: [1, 1] });
    expect(finding?.what).toContain('Lý A Sùng');
    expect(finding && wordFinding(finding).vi).toContain('dòng 1: bị sửa sau khi ghi');
  });

  it('sees a change in any column of the record', async () => {
    const columns = await api.query<{ table_name: string; column_name: string; data_type: string }>(
      `select table_name, column_name, data_type from information_schema.columns
       where table_schema = 'public' and table_name in ('history', 'audit_entry') and column_name <> 'hash'
         and (table_name, column_name) not in (('history', 'instance_id'), ('history', 'version'), ('audit_entry', 'subject_kind'),
              ('audit_entry', 'subject_id'), ('audit_entry', 'number'))`,
    );
    const others: Record<string, string> = {
      date: `date '2031-01-01'`,
      integer: '77',
      jsonb: `'{"khác": true}'`,
      text: `'khác'`,
      'timestamp with time zone': `now() + interval '1 microsecond'`,
      uuid: 'gen_random_uuid()',
    };
    expect(columns.length).toBeGreaterThan(20);
    for (const { table_name: table, column_name: column, data_type: type } of columns) {
      const findings = await afterTampering(
        `insert into audit_entry (subject_kind, subject_id, on_day, action, after) values ('plan', 'x', '2025-01-15', 'settle', '{}')`,
        openDoors,
        table === 'history'
          ? `update history set ${column} = ${others[type]} where instance_id = '${taskId}' and version = 1`
          : `update audit_entry set ${column} = ${others[type]} where subject_id = 'x'`,
      );
      expect({ column, findings: findings.map(({ fault }) => fault) }).toEqual({ column, findings: ['changed'] });
    }
  });

  it('names rows that were removed from the beginning and from the middle', async () => {
    expect(
      await afterTampering(...tamper('delete from history where instance_id = $task and version = 0')),
    ).toMatchObject([{ fault: 'removed', chain: taskId, rows: [0, 0] }]);
    expect(
      await afterTampering(...tamper('delete from history where instance_id = $task and version = 1')),
    ).toMatchObject([{ fault: 'removed', chain: taskId, rows: [1, 1] }]);
  });

  it('names rows that changed places', async () => {
    const findings = await afterTampering(
      ...tamper(`update history set version = version + 100 where instance_id = $task and version in (1, 2)`),
      `update history set version = 103 - version where instance_id = '${taskId}' and version > 100`,
    );
    expect(findings).toEqual([
      expect.objectContaining({ fault: 'reordered', chain: taskId, rows: [1, 1], was: 2 }),
      expect.objectContaining({ fault: 'reordered', chain: taskId, rows: [2, 2], was: 1 }),
    ]);
  });

  it('names a row that was moved to another task', async () => {
    const findings = await afterTampering(
      ...tamper('update history set instance_id = $other, version = 2 where instance_id = $task and version = 2'),
    );
    expect(findings).toEqual([
      expect.objectContaining({ fault: 'changed', chain: other, rows: [2, 2] }),
      expect.objectContaining({ fault: 'cutOff', chain: taskId, rows: [2, 2] }),
      expect.objectContaining({ fault: 'added', chain: other, rows: [2, 2] }),
    ]);
  });

  it('sees that the end was cut off, and by the seal also when the task was set back with it', async () => {
    const cut = tamper('delete from history where instance_id = $task and version = 2');
    expect(await afterTampering(...cut)).toMatchObject([{ fault: 'cutOff', chain: taskId, rows: [2, 2] }]);
    const setBack = `update instance set version = 1 where id = '${taskId}'`;
    expect(await afterTampering(...cut, setBack)).toEqual([]);
    expect(await afterTampering(seal, ...cut, setBack)).toMatchObject([
      { fault: 'sealBroken', chain: '#1' },
      { fault: 'removed', chain: taskId, rows: [2, 2] },
    ]);
  });

  it('sees by the seal a row whose chain was computed anew', async () => {
    const forged = tamper(`update history h set post = 'head',
        hash = history_hash((select hash from history p where p.instance_id = h.instance_id and p.version = 1),
          jsonb_populate_record(h, '{"post": "head"}'))
      where instance_id = $task and version = 2`);
    expect(await afterTampering(...forged)).toEqual([]);
    expect(await afterTampering(seal, ...forged)).toMatchObject([
      { fault: 'sealBroken' },
      { fault: 'changed', chain: taskId, rows: [2, 2] },
    ]);
  });

  it('sees a task that vanished with its history', async () => {
    const vanish = [
      ...tamper('delete from history where instance_id = $other'),
      `alter table instance disable trigger user; delete from target where task_id = '${other}'`.split(';')[1] ?? '',
      `delete from instance where id = '${other}'`,
    ];
    expect(await afterTampering(...vanish)).toEqual([]);
    const findings = await afterTampering(seal, ...vanish);
    expect(findings.map(({ fault, chain }) => [fault, chain])).toEqual([
      ['sealBroken', '#1'],
      ['removed', other],
      ['removed', other],
    ]);
  });

  it('sees seals that were made anew, by the heads that were kept elsewhere', async () => {
    let kept: Head[] = [];
    const keep = async (chains: AuditChainRepository) => {
      await chains.seal('infinity');
      kept = await chains.heads();
    };
    const forge = [
      'alter table audit_seal disable trigger user',
      'delete from audit_seal',
      ...tamper(`delete from history where instance_id = $task and version = 2`),
      `update instance set version = 1 where id = '${taskId}'`,
    ];
    expect(await afterTampering(keep, ...forge, seal)).toEqual([]);
    expect(await afterTamperingHeldAgainst(() => kept, keep, ...forge, seal)).toMatchObject([
      { fault: 'headDiffers', chain: '#1' },
    ]);
  });

  it('sees seals that were made anew by their signatures: the key is not in the database', async () => {
    const key = sealKeyOf(randomBytes(32));
    const signed = async (chains: AuditChainRepository) => {
      await chains.seal('infinity');
      await chains.signNewest((head) => signSeal(head, key));
    };
    const forge = [
      'alter table audit_seal disable trigger user',
      'delete from audit_seal',
      ...tamper(`delete from history where instance_id = $task and version = 2`),
      `update instance set version = 1 where id = '${taskId}'`,
    ];
    const isSaid = (faults: string[]) => async (chains: AuditChainRepository) => {
      const publicKey = createPublicKey(publicPemOf(key));
      const findings = await new AuditVerificationService(chains).verify([], publicKey);
      expect(findings.map(({ fault, chain }) => `${fault} ${chain}`)).toEqual(faults);
    };
    await afterTampering(signed, isSaid([]));
    await afterTampering(signed, ...forge, seal, isSaid(['wrongSignature #1']));
    // Without the signatures it is no better, nor with those of another key.
    const strip = ['alter table audit_signature disable trigger user', 'delete from audit_signature'];
    await afterTampering(signed, ...forge, seal, ...strip, isSaid(['unsigned #1']));
    const other = sealKeyOf(randomBytes(32));
    const anew = (chains: AuditChainRepository) => chains.signNewest((head) => signSeal(head, other));
    await afterTampering(signed, ...forge, seal, ...strip, anew, isSaid(['wrongSignature #1']));
  });

  it('never signs an older head: what was rewritten gets no good signature', async () => {
    const key = sealKeyOf(randomBytes(32));
    await afterTampering(
      (chains) => chains.seal('2025-01-01T00:00:00Z').then(() => undefined),
      seal,
      async (chains) => {
        await chains.signNewest((head) => signSeal(head, key));
        expect((await chains.heads()).map(({ signature }) => signature !== null)).toEqual([false, true]);
      },
    );
  });

  it('seals a day once, and the next from where that one ended', async () => {
    const findings = await afterTampering(
      async (chains) => {
        expect(await chains.seal('2025-01-01T00:00:00Z')).toBe(true);
        expect(await chains.isSealed('2025-01-01T00:00:00Z')).toBe(true);
        expect(await chains.seal('2025-01-01T00:00:00Z')).toBe(false);
      },
      seal,
      async (chains) => {
        const heads = await chains.heads();
        expect(heads.map(({ number, rows }) => [number, rows === '0'])).toEqual([
          [1, true],
          [2, false],
        ]);
      },
    );
    expect(findings).toEqual([]);
  });

  it('sees that a seal is gone from between', async () => {
    const findings = await afterTampering(
      (chains) => chains.seal('2025-01-01T00:00:00Z'),
      (chains) => chains.seal('2025-02-01T00:00:00Z'),
      seal,
      'alter table audit_seal disable trigger user',
      'delete from audit_seal where number = 2',
    );
    expect(findings).toMatchObject([{ fault: 'sealRemoved', chain: '#3' }]);
  });
});
