import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { DemonstrationService } from './demonstration.service.js';

describe('a database with the people of a real office', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ name: 'real data' });
    await api.query('delete from demonstration_clock');
  });
  afterAll(() => api.close());

  it('is never covered by the demonstration', async () => {
    const people = () => api.query('select username, full_name from person order by username');
    const before = await people();
    const said: string[] = [];
    await expect(api.app.get(DemonstrationService).load((line) => said.push(line))).rejects.toThrow('dữ liệu thật');
    expect(await people()).toEqual(before);
    expect(said).toEqual([]);
  });

  it('is invited to by its address alone: no accounts, no password', async () => {
    const invitation = await api.app.get(DemonstrationService).invitation('http://127.0.0.1:3000');
    expect(invitation).toContain('http://localhost:3000');
    expect(invitation).not.toContain('ke-hoach-2025');
    expect(invitation).not.toContain('Bản trình diễn');
  });
});
