import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ErrorAnswer, PeopleWorkbookDone, PeopleWorkbookRead, Session } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';
import { readWorkbook, writeWorkbook } from '../units/workbook.js';
import { writePeopleTable, type TablePost } from './people-table.js';
import { PeopleWorkbookService } from './people-workbook.service.js';

jest.setTimeout(30_000);

const post = (username: string, fullName: string, change: Partial<TablePost> = {}): TablePost => ({
  username,
  fullName,
  email: null,
  unitId: 'ttcntt',
  unitName: '',
  post: 'officer',
  validFrom: null,
  validTo: null,
  ...change,
});

describe('people as a workbook', () => {
  let api: TestApi;
  let keeper: TestClient;
  beforeAll(async () => {
    api = await startTestApi({ name: 'people workbook' });
    keeper = await api.as('quantri');
    await api.query(`
      with one as (insert into person (username, full_name, password_hash)
                   select 'laocai.quantri', 'Giàng Seo Páo', password_hash from person where username = 'ttt' returning id)
      insert into post_holding (person_id, unit_id, post) select id, 'lao-cai-truoc-2025-07', 'administrator' from one`);
  }, 60_000);
  afterAll(() => api.close());

  const file = (bytes: Uint8Array | string) => ({ name: 'nguoi-dung.xlsx', bytes });
  const look = async (posts: readonly TablePost[] | Buffer, by = keeper) =>
    by.upload<PeopleWorkbookRead & ErrorAnswer>(
      '/people/workbook/preview',
      file(Buffer.isBuffer(posts) ? posts : writeWorkbook(writePeopleTable(posts))),
    );
  const carryOut = async (posts: readonly TablePost[], fingerprint: string, more = '', by = keeper) =>
    by.upload<PeopleWorkbookDone & ErrorAnswer>(
      `/people/workbook?fingerprint=${fingerprint}${more}`,
      file(writeWorkbook(writePeopleTable(posts))),
    );
  const both = async (posts: readonly TablePost[], more = '') =>
    (await carryOut(posts, (await look(posts)).body.fingerprint, more)).body;
  const centre = [post('cntt', 'Trần Đức Anh'), post('cntt.giamdoc', 'Phạm Văn Hải', { post: 'head' })];

  it('changes nothing when it comes back as it went out', async () => {
    const caller = { actor: { unitId: 'bhxh-vn', post: 'administrator' }, today: '2025-01-15' } as never;
    const { body } = await look(await api.app.get(PeopleWorkbookService).write(caller));
    expect(body).toMatchObject({ faults: [], people: [], corrected: [], given: [], moved: [], left: [] });
    expect(body.unchanged).toBeGreaterThan(15);
  });

  it('is handed out as .xlsx to administrators alone', async () => {
    const answer = await keeper.get<string>('/people/workbook');
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    for (const name of ['ttt.giamdoc', 'lanhdao']) {
      expect((await (await api.as(name)).get('/people/workbook')).status).toBe(403);
      expect((await look(centre, await api.as(name))).status).toBe(403);
    }
  });

  it('shows who is new, corrected, moved and gone, and changes nothing yet', async () => {
    const { body } = await look([
      post('cntt', 'Trần Đức Ánh', { email: 'anh@bhxh.example', validTo: '2025-06-30' }),
      post('moi.muoi', 'Đào Thị Mười'),
      post('moi.muoi', 'Đào Thị Mười', { post: 'clerk' }),
    ]);
    expect(body).toMatchObject({
      faults: [],
      people: [{ username: 'moi.muoi' }],
      corrected: [{ username: 'cntt', fullName: 'Trần Đức Ánh', email: 'anh@bhxh.example' }],
      given: [{ post: 'officer', validFrom: '2025-01-15' }, { post: 'clerk' }],
      moved: [{ username: 'cntt', validTo: '2025-06-30' }],
      left: [{ username: 'cntt.giamdoc', post: 'head' }],
    });
    expect(await api.query(`select id from person where username = 'moi.muoi'`)).toEqual([]);
  });

  it('is carried out in one piece, gives links to newcomers, and does nothing the second time', async () => {
    const posts = [
      ...centre,
      post('moi.muoi', 'Đào Thị Mười'),
      post('moi.hai', 'Lò Văn Hai', { validFrom: '2025-02-01' }),
    ];
    const done = await both(posts, '&invite=1');
    expect(done).toMatchObject({ added: 2, given: 2, ended: 0 });
    const link = done.invitations.find(({ username }) => username === 'moi.muoi');
    const password = 'hoa gạo tháng ba';
    expect((await api.anonymous.post(`/invitations/${link!.token}`, { password })).status).toBe(204);
    const session = await api.anonymous.post<Session>('/session', { username: 'moi.muoi', password });
    expect(session.body.actor).toMatchObject({ unitId: 'ttcntt', post: 'officer' });
    expect(await both(posts)).toMatchObject({ added: 0, corrected: 0, given: 0, moved: 0, ended: 0, invitations: [] });
  });

  it('ends the seats of leavers yesterday where that is asked for: they are out with their next click', async () => {
    const gone = await api.as('cntt.giamdoc');
    expect((await gone.get('/inbox')).status).toBe(200);
    const stay = [post('cntt', 'Trần Đức Anh')];
    expect(await both(stay)).toMatchObject({ ended: 0 });
    expect((await gone.get('/inbox')).status).toBe(200);
    const { body } = await look(stay);
    expect(body.left.map(({ username }) => username)).toEqual(['cntt.giamdoc', 'moi.hai', 'moi.muoi']);
    expect(await both(stay, '&endLeft=1')).toMatchObject({ ended: 3 });
    expect((await gone.get('/inbox')).status).toBe(401);
    const rows = await api.query<{ valid_to: string }>(
      `select to_char(h.valid_to, 'YYYY-MM-DD') as valid_to from post_holding h join person p on p.id = h.person_id
       where p.username = 'cntt.giamdoc'`,
    );
    expect(rows).toEqual([{ valid_to: '2025-01-14' }]);
    // Other units are not spoken for.
    expect((await (await api.as('khdt')).get('/inbox')).status).toBe(200);
  });

  it('names every cell that cannot be taken, by row and column, and takes nothing of the file', async () => {
    const rows = writePeopleTable([...centre, post('tốt', ''), post('khac', 'Vừ A Dính', { unitId: 'khong-co' })]);
    rows[2]![5] = 'Trưởng ban bí mật';
    rows[2]![7] = 'cuối năm';
    rows.push(rows[1]!);
    const { body } = await look(writeWorkbook(rows));
    expect(body.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 Đến ngày',
      '3 Chức vụ',
      '4 Tên đăng nhập',
      '4 Họ và tên',
      '5 Mã đơn vị',
      '6 Chức vụ',
    ]);
    expect(body.people).toEqual([]);
    expect((await carryOut(centre, body.fingerprint)).status).toBe(409);
    const [withoutColumn] = (await look(writeWorkbook(rows.map((row) => row.slice(1))))).body.faults;
    expect(withoutColumn).toMatchObject({ row: 1, column: 'Tên đăng nhập' });
    expect((await look(Buffer.from('Tên;Họ'))).body.code).toBe('UNKNOWN_FORMAT');
  });

  it('gives no post in a unit that is gone by its first day, and leaves the posts that are held there', async () => {
    const { body } = await look([...centre, post('moi.nam', 'Ksor Năm', { validFrom: '2025-03-01' })]);
    expect(body.faults).toMatchObject([{ row: 4, column: 'Mã đơn vị' }]);
    await api.setToday('2025-03-03');
    const again = await look(centre);
    await api.setToday('2025-01-15');
    expect(again.body).toMatchObject({ faults: [{ row: 3, column: 'Mã đơn vị' }] });
  });

  it('is not carried out when somebody changed people after it was looked at', async () => {
    const posts = [post('cntt', 'Trần Đức Anh'), post('moi.ba', 'Y Ba')];
    const { fingerprint } = (await look(posts)).body;
    const answers = await Promise.all([carryOut(posts, fingerprint), carryOut(posts, fingerprint)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(await api.query(`select id from person where username = 'moi.ba'`)).toHaveLength(1);
  });

  it('changes nothing of the administrator’s own, and lets no province reach beyond itself', async () => {
    const { body } = await look([post('quantri', 'Phan Hữu Nghĩa', { unitId: 'bhxh-vn', post: 'head' })]);
    expect(body.faults).toMatchObject([{ row: 2, column: 'Tên đăng nhập' }]);
    const province = await api.as('laocai.quantri');
    const reach = await look([post('cntt', 'Trần Đức Anh', { unitId: 'lao-cai-truoc-2025-07' })], province);
    expect(reach.body.faults).toMatchObject([{ row: 2, column: 'Tên đăng nhập' }]);
    const foreign = await look([post('moi.tu', 'Sùng A Tú')], province);
    expect(foreign.body.faults).toMatchObject([{ row: 2, column: 'Mã đơn vị' }]);
    const exported = await province.get<string>('/people/workbook');
    expect(exported.status).toBe(200);
    const own = await api.app.get(PeopleWorkbookService).write({
      actor: { unitId: 'lao-cai-truoc-2025-07', post: 'administrator' },
      today: '2025-01-15',
    } as never);
    expect((readWorkbook(own) ?? []).slice(1).every((row) => row[3] === 'lao-cai-truoc-2025-07')).toBe(true);
  });

  it('stands in the security log and in the chained record', async () => {
    const [log] = await api.query<{ n: number }>(
      `select count(*)::int as n from security_event where kind = 'peopleImported'`,
    );
    const [record] = await api.query<{ n: number }>(
      `select count(*)::int as n from audit_entry where origin = 'workbook' and action = 'personAdded'`,
    );
    expect([log!.n > 3, record!.n]).toEqual([true, 3]);
  });
});
