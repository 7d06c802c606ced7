import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, RegistryTableRead, UnitPage } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { readWorkbook, writeWorkbook } from './workbook.js';

const caoBang = 'cao-bang-tu-2025-07';

describe('the registry as a workbook', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'registry workbook', today: '2025-12-20' });
  }, 60_000);
  afterAll(() => api.close());

  /** The exported table, its bytes fetched as a browser does. */
  const exported = async (): Promise<string[][]> => {
    const { RegistryWorkbookService } = await import('./registry-workbook.service.js');
    return readWorkbook(await api.app.get(RegistryWorkbookService).write()) ?? [];
  };
  const upload = async (username: string, bytes: Uint8Array | string) =>
    (await api.as(username)).upload<RegistryTableRead & ErrorAnswer>('/registry/workbook?on=2026-01-01', {
      name: 'danh-muc.xlsx',
      bytes,
    });
  const withCell = (rows: string[][], id: string, column: string, text: string) => {
    const at = rows[0]?.indexOf(column) ?? -1;
    return rows.map((row) => (row[0] === id ? row.map((cell, place) => (place === at ? text : cell)) : row));
  };

  it('is handed out as .xlsx to everybody who may look at units', async () => {
    const answer = await (await api.as('bacgiang')).get<string>('/registry/workbook');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    expect(answer.headers['content-disposition']).toContain('danh-muc-don-vi.xlsx');
  });

  it('changes nothing when it comes back as it went out', async () => {
    const rows = await exported();
    expect(rows.length).toBeGreaterThan(190);
    const { status, body } = await upload('lanhdao', writeWorkbook(rows));
    expect({ status, body }).toEqual({ status: 200, body: { faults: [], events: [], preview: null } });
  });

  it('names the cells that cannot be taken, by row and column', async () => {
    const rows = withCell(await exported(), caoBang, 'Đến ngày', 'cuối năm');
    const { body } = await upload('lanhdao', writeWorkbook(rows));
    expect(body.events).toEqual([]);
    expect(body.faults).toMatchObject([
      { row: rows.findIndex((row) => row[0] === caoBang) + 1, column: 'Đến ngày', words: { vi: expect.any(String) } },
    ]);
  });

  it('is looked at first, and recorded by sending its events', async () => {
    const rows = withCell(await exported(), caoBang, 'Tên gọn', 'BHXH thành phố Cao Bằng');
    const { body } = await upload('lanhdao', writeWorkbook(rows));
    expect(body.preview).toMatchObject({ faults: [], changes: [{ before: { id: caoBang } }], openWork: 0 });
    const nameNow = async () => (await (await api.as('ttt')).get<UnitPage>(`/units/${caoBang}`)).body.unit.shortName;
    expect(await nameNow()).toBe('BHXH tỉnh Cao Bằng');
    const recorded = await (await api.as('lanhdao')).post('/registry/events', { events: body.events });
    expect(recorded.status).toBe(200);
    expect(await nameNow()).toBe('BHXH thành phố Cao Bằng');
  });

  it.each([
    ['a text', 'Mã;Tên'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a broken archive', Buffer.from('504b0304000000000000', 'hex')],
  ])('refuses %s with what to do instead', async (_, bytes) => {
    const answer = await upload('lanhdao', bytes);
    expect(answer).toMatchObject({ status: 415, body: { code: 'UNKNOWN_FORMAT' } });
    expect(answer.body.message.vi).toContain('Hãy xuất danh mục');
  });

  it('is not read from a province or the centre', async () => {
    for (const username of ['ttt.giamdoc', 'bacgiang.giamdoc']) {
      expect((await upload(username, writeWorkbook(await exported()))).status).toBe(403);
    }
  });

  it('never holds a formula, whatever a name looks like', () => {
    const rows = [['Mã'], ['=HYPERLINK("http://x";"y")'], ['+1']];
    expect(readWorkbook(writeWorkbook(rows))).toEqual(rows);
  });
});
