import { describe, expect, it } from '@jest/globals';

import { runAudit } from './audit-command.js';

describe('phancong audit', () => {
  it.each([
    [[]],
    [['verify', '--heads']],
    [['verify', '--fast']],
    [['verify', '--key']],
    [['key', 'x']],
    [['heads', 'x']],
    [['repair']],
  ])('refuses the arguments %j with its usage', async (args) => {
    const said: string[] = [];
    expect(await runAudit(args, 'postgres://nowhere', (line) => said.push(line))).toBe(2);
    expect(said.join()).toContain('phancong audit verify');
  });

  it('prints the public key of the signatures, and never the secret one', async () => {
    const said: string[] = [];
    const secret = Buffer.alloc(32, 7).toString('base64');
    process.env['PHANCONG_SECRET_KEY'] = secret;
    try {
      expect(await runAudit(['key'], undefined, (line) => said.push(line))).toBe(0);
    } finally {
      delete process.env['PHANCONG_SECRET_KEY'];
    }
    expect(said.join()).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(said.join()).not.toContain(secret);
  });

  it('asks for the address of the database', async () => {
    const said: string[] = [];
    expect(await runAudit(['verify'], undefined, (line) => said.push(line))).toBe(2);
    expect(said.join()).toContain('DATABASE_URL');
  });

  it('says that nothing was read when the database is away', async () => {
    const said: string[] = [];
    expect(await runAudit(['verify'], 'postgres://x:y@127.0.0.1:1/z', (line) => said.push(line))).toBe(2);
    expect(said.join()).toContain('Could not be read');
  });
});
