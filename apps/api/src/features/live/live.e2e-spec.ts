import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { actFor } from '../../platform/database/acting-units.js';
import { GivenWork } from '../../testing/given-work.js';
import { LiveScreen } from '../../testing/live-screen.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { LiveEventsKeeper } from './live-events-keeper.js';

const [BAC_GIANG, LAO_CAI] = ['bac-giang-truoc-2025-07', 'lao-cai-truoc-2025-07'];

describe('what another unit does appears on open screens', () => {
  let api: TestApi;
  let given: GivenWork;
  let address = '';
  const open: LiveScreen[] = [];

  beforeAll(async () => {
    api = await startTestApi({ name: 'live', role: 'all' });
    given = await GivenWork.activePlan(api.sql);
    await api.app.listen(0, '127.0.0.1');
    address = await api.app.getUrl();
  }, 60_000);
  afterAll(async () => {
    for (const screen of open) screen.drop();
    await api.close();
  });

  const screenOf = async (username: string, lastEventId?: string) => {
    const { headers } = await api.as(username);
    const screen = await LiveScreen.open(address, { cookie: headers['cookie'] ?? '' }, lastEventId);
    open.push(screen);
    await screen.until(({ heard }) => heard !== '');
    return screen;
  };
  const acknowledge = async (id: string, username = 'bacgiang') => {
    const office = await api.as(username);
    const answer = await office.post(`/instances/${id}/moves`, {
      event: 'acknowledge',
      payload: {},
      expectedVersion: 0,
    });
    expect(answer.status).toBe(200);
  };
  const tells = (id: string) => (screen: LiveScreen) => screen.signals.some((signal) => signal.instanceId === id);

  it('of its parties and of those above them, and on no other', async () => {
    const task = await given.instance({ to: BAC_GIANG });
    const [centre, office, other, agency] = await Promise.all(
      ['ttt', 'bacgiang.giamdoc', 'laocai', 'lanhdao'].map((username) => screenOf(username)),
    );
    await acknowledge(task);
    for (const screen of [centre, office, agency]) await screen?.until(tells(task));

    const theirs = await given.instance({ to: LAO_CAI });
    await acknowledge(theirs, 'laocai');
    await other?.until(tells(theirs));
    expect(other?.signals.map(({ instanceId }) => instanceId)).not.toContain(task);
    expect(office?.signals.map(({ instanceId }) => instanceId)).not.toContain(theirs);
  });

  it('of a unit that has a part below the work: it may look at it, so it is told', async () => {
    const task = await given.instance({ to: BAC_GIANG });
    await given.instance({ flow: 'coordination', from: BAC_GIANG, to: 'ttcntt', parentId: task });
    const helper = await screenOf('cntt');
    await acknowledge(task);
    await helper.until(tells(task));
  });

  it('a line that was torn off hears what it missed, once and in order', async () => {
    const [before, missed, missedToo, after] = await Promise.all(
      Array.from({ length: 4 }, () => given.instance({ to: BAC_GIANG })),
    );
    if (!before || !missed || !missedToo || !after) throw new Error('no tasks');
    const first = await screenOf('ttt');
    await acknowledge(before);
    await first.until(tells(before));
    first.drop();
    await first.until(({ ended }) => ended);

    await acknowledge(missed);
    await acknowledge(missedToo);
    const watcher = await screenOf('bacgiang.giamdoc', first.heard);
    await watcher.until(tells(missedToo));

    const again = await screenOf('ttt', first.heard);
    await again.until(tells(missedToo));
    await acknowledge(after);
    await again.until(tells(after));
    const heard = again.signals.filter(({ kind }) => kind === 'instance').map(({ instanceId }) => instanceId);
    expect(heard).toEqual([missed, missedToo, after]);
  });

  it('a line that was away too long is told to read everything again', async () => {
    for (const place of ['999999999', 'không phải số', '-1']) {
      const screen = await screenOf('ttt', encodeURIComponent(place));
      expect(screen.signals).toEqual([expect.objectContaining({ kind: 'again' })]);
    }
  });

  it('what was told an hour ago is kept no longer', async () => {
    const count = async () =>
      (await api.query<{ count: number }>('select count(*)::int as count from live_event'))[0]?.count ?? 0;
    await api.query(
      `update live_event set at = now() - interval '61 minutes' where id < (select max(id) from live_event)`,
    );
    expect(await count()).toBeGreaterThan(1);
    await api.app.get(LiveEventsKeeper).forget();
    expect(await count()).toBe(1);
  });

  it('nobody listens without a session', async () => {
    await expect(LiveScreen.open(address, {})).rejects.toThrow('401');
  });

  it('is open to no unit behind the API: the table shows nobody anything', async () => {
    const careless = actFor({ units: async () => '{ttt}' }, () =>
      api.sql.rows({ name: '', text: 'select 1 from live_event' }),
    );
    await expect(careless).rejects.toThrow('permission denied');
  });
});
