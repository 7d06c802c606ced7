import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookReceiver,
  WebhookReceiverList,
  WebhookSecret,
} from '@phancong/contracts';
import { WebhookMessage } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { CarefulReceiver, WebhookServer } from '../../testing/webhook-server.js';

const [BAC_GIANG, LAO_CAI] = ['bac-giang-truoc-2025-07', 'lao-cai-truoc-2025-07'];
const all = ['work.started', 'work.moved', 'work.late', 'work.ended'];

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 500) throw new Error('Not within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('other systems are told of work', () => {
  let api: TestApi;
  let given: GivenWork;
  let system: WebhookServer;

  beforeAll(async () => {
    system = await WebhookServer.open();
    api = await startTestApi({
      name: 'webhooks',
      role: 'all',
      settings: {
        PHANCONG_SECRET_KEY: randomBytes(32).toString('base64'),
        PHANCONG_WEBHOOK_INSIDE: '127.0.0.1',
        PHANCONG_WEBHOOK_TIMEOUT_SECONDS: '1',
      },
    });
    given = await GivenWork.activePlan(api.sql);
    // An administrator of a province, beside the one of the agency.
    await api.query(
      `insert into post_holding (person_id, unit_id, post)
       select id, $1, 'administrator' from person where username = 'laocai.giamdoc'`,
      [LAO_CAI],
    );
    await api.query(`delete from post_holding where unit_id = $1 and post = 'head'`, [LAO_CAI]);
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await system.close();
  });

  const register = async (path: string, events = all, username = 'quantri') => {
    const body = { name: path, url: system.address(path), events, flows: [] };
    const answer = await (await api.as(username)).post<WebhookSecret>('/webhooks', body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };
  const remove = async ({ id }: { id: string }) => (await api.as('quantri')).delete(`/webhooks/${id}`);
  const move = async (id: string, event: string, expectedVersion: number, username = 'bacgiang') => {
    const answer = await (
      await api.as(username)
    ).post(`/instances/${id}/moves`, { event, payload: {}, expectedVersion });
    expect(answer.status).toBe(200);
  };
  const logOf = async (receiver: { id: string }): Promise<WebhookDelivery[]> =>
    (await (await api.as('quantri')).get<WebhookDeliveryPage>(`/webhooks/${receiver.id}/deliveries`)).body.items;
  /** The wait after a failure is over. */
  const timePasses = (receiver: { id: string }) =>
    api.query(`update webhook_delivery set try_at = now() where receiver_id = $1 and settled_at is null`, [
      receiver.id,
    ]);

  it('a receiver gets each move once, signed, in order, and can check all of it', async () => {
    const receiver = await register('/nhan');
    const task = await given.instance({ to: BAC_GIANG });
    await move(task, 'acknowledge', 0);
    await move(task, 'start', 1);
    await until(() => system.at('/nhan').length === 2);

    const careful = new CarefulReceiver(receiver.secret);
    for (const one of system.at('/nhan')) careful.accept(one);
    const messages = system.at('/nhan').map(({ message }) => WebhookMessage.parse(message));
    expect(messages.map(({ type, data }) => [type, data.event, data.toState, data.version])).toEqual([
      ['work.moved', 'acknowledge', 'acknowledged', 1],
      ['work.moved', 'start', 'inProgress', 2],
    ]);
    expect(messages[0]?.data).toMatchObject({
      instanceId: task,
      flow: 'task',
      to: { id: BAC_GIANG },
      byUnitId: BAC_GIANG,
    });
    expect(JSON.stringify(messages)).not.toContain('Thân Văn Lâm');
    await until(async () => (await logOf(receiver)).every(({ state }) => state === 'delivered'));

    // Replayed, changed or signed with another secret, it is refused.
    const [first] = system.at('/nhan');
    if (!first) throw new Error('nothing came');
    expect(() => careful.accept(first)).toThrow('received before');
    expect(() => new CarefulReceiver(receiver.secret).accept({ ...first, text: `${first.text} ` })).toThrow();
    const old = { ...first.headers, 'webhook-timestamp': String(Number(first.headers['webhook-timestamp']) - 600) };
    expect(() => new CarefulReceiver(receiver.secret).accept({ ...first, headers: old })).toThrow();
    const other = `whsec_${randomBytes(32).toString('base64')}`;
    expect(() => new CarefulReceiver(other).accept(first)).toThrow();
    await remove(receiver);
  });

  it('one that answers 500 gets the same message again, and later moves of that work wait behind it', async () => {
    const receiver = await register('/hong');
    const careful = new CarefulReceiver(receiver.secret);
    system.answer('/hong', (answer) => void answer.writeHead(500).end('x'.repeat(1_000_000)));
    const task = await given.instance({ to: BAC_GIANG });
    await move(task, 'acknowledge', 0);
    await until(async () => (await logOf(receiver))[0]?.fault !== null && (await logOf(receiver)).length === 1);
    await move(task, 'start', 1);
    await until(async () => (await logOf(receiver)).length === 2);
    const [second, first] = await logOf(receiver);
    expect(first).toMatchObject({ state: 'waiting', attempts: 1, fault: { kind: 'status', detail: '500' } });
    expect(second).toMatchObject({ state: 'waiting', attempts: 0 });

    system.answer('/hong', (answer, one) => {
      careful.accept(one);
      answer.writeHead(200).end();
    });
    await timePasses(receiver);
    await until(async () => (await logOf(receiver)).every(({ state }) => state === 'delivered'));
    const heard = system.at('/hong');
    expect(heard.map(({ message }) => message.data.version)).toEqual([1, 1, 2]);
    expect(heard[0]?.id).toBe(heard[1]?.id);
    await remove(receiver);
  });

  it('one that hangs is given up after its time and holds nobody else up', async () => {
    const [hanging, sound] = [await register('/treo'), await register('/tot')];
    system.answer('/treo', () => undefined);
    const tasks = await Promise.all(Array.from({ length: 12 }, () => given.instance({ to: BAC_GIANG })));
    const begun = Date.now();
    for (const task of tasks) await move(task, 'acknowledge', 0);
    await until(() => system.at('/tot').length === tasks.length);
    expect(Date.now() - begun).toBeLessThan(4000);
    expect(system.at('/treo').length).toBeLessThanOrEqual(tasks.length);
    await until(async () => (await logOf(hanging)).some(({ fault }) => fault?.kind === 'timeout'));
    await remove(hanging);
    await remove(sound);
  });

  it('a redirect is not followed', async () => {
    const receiver = await register('/chuyen');
    system.answer('/chuyen', (answer) => void answer.writeHead(307, { location: system.address('/bi-mat') }).end());
    await move(await given.instance({ to: BAC_GIANG }), 'acknowledge', 0);
    await until(async () => (await logOf(receiver))[0]?.fault?.kind === 'redirect');
    expect(system.at('/bi-mat')).toEqual([]);
    await remove(receiver);
  });

  it('after eleven failures a message waits for a person', async () => {
    const receiver = await register('/chet');
    system.answer('/chet', (answer) => void answer.writeHead(503).end());
    await move(await given.instance({ to: BAC_GIANG }), 'acknowledge', 0);
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      await until(async () => (await logOf(receiver))[0]?.attempts === attempt);
      await until(async () => (await logOf(receiver))[0]?.fault !== null);
      await api.query(`update webhook_delivery set try_at = now(), fault = null where settled_at is null`);
    }
    await until(async () => (await logOf(receiver))[0]?.state === 'dead');
    const listed = (await (await api.as('quantri')).get<WebhookReceiverList>('/webhooks')).body.items;
    expect(listed.find(({ id }) => id === receiver.id)).toMatchObject({ dead: 1, waiting: 0 });
    await remove(receiver);
  });

  it('a receiver hears what the unit of its administrator may see, of the events and flows that it asked for', async () => {
    const province = await register('/lao-cai', all, 'laocai.giamdoc');
    const ended = await register('/ket-thuc', ['work.ended', 'work.started']);
    const [theirs, others] = [await given.instance({ to: LAO_CAI }), await given.instance({ to: BAC_GIANG })];
    await move(others, 'acknowledge', 0);
    await move(theirs, 'acknowledge', 0, 'laocai');
    const cancel = { event: 'cancel', payload: { reason: 'Không còn cần' }, expectedVersion: 1 };
    await (await api.as('ttt')).post(`/instances/${others}/moves`, cancel);
    await until(() => system.at('/lao-cai').length === 1 && system.at('/ket-thuc').length === 1);
    expect(system.at('/lao-cai').map(({ message }) => message.data.instanceId)).toEqual([theirs]);
    expect(system.at('/ket-thuc').map(({ message }) => [message.type, message.data.event])).toEqual([
      ['work.ended', 'cancel'],
    ]);

    // Kept by the administrator of its unit, and by that of the agency.
    const seen = (await (await api.as('laocai.giamdoc')).get<WebhookReceiverList>('/webhooks')).body.items;
    expect(seen.map(({ id }) => id)).toEqual([province.id]);
    expect((await (await api.as('laocai.giamdoc')).delete(`/webhooks/${ended.id}`)).status).toBe(404);
    expect((await remove(province)).status).toBe(204);
    await remove(ended);
  });

  it('the secret is told once; the database holds it sealed', async () => {
    const receiver = await register('/bi-mat');
    const listed = await (await api.as('quantri')).get<{ items: WebhookReceiver[] }>('/webhooks');
    expect(JSON.stringify(listed.body)).not.toContain(receiver.secret);
    const [row] = await api.query<{ secret: Buffer }>('select secret from webhook_receiver where id = $1', [
      receiver.id,
    ]);
    expect(row?.secret.includes(Buffer.from(receiver.secret.slice(6), 'base64'))).toBe(false);
    expect(row?.secret.toString('latin1')).not.toContain(receiver.secret);

    const renewed = await (await api.as('quantri')).post<WebhookSecret>(`/webhooks/${receiver.id}/secret`);
    await (await api.as('quantri')).post(`/webhooks/${receiver.id}/trial`);
    await until(() => system.at('/bi-mat').length === 1);
    const [trial] = system.at('/bi-mat');
    if (!trial) throw new Error('no trial came');
    expect(() => new CarefulReceiver(receiver.secret).accept(trial)).toThrow();
    new CarefulReceiver(renewed.body.secret).accept(trial);
    expect(trial.message.type).toBe('ping');
    await remove(receiver);
  });

  it('a paused receiver gets nothing of what happens meanwhile', async () => {
    const receiver = await register('/nghi');
    await (await api.as('quantri')).patch(`/webhooks/${receiver.id}`, { paused: true });
    await move(await given.instance({ to: BAC_GIANG }), 'acknowledge', 0);
    const resumed = await (await api.as('quantri')).patch(`/webhooks/${receiver.id}`, { paused: false });
    expect(resumed.body).toMatchObject({ pausedAt: null });
    const later = await given.instance({ to: BAC_GIANG });
    await move(later, 'acknowledge', 0);
    await until(() => system.at('/nghi').some(({ message }) => message.data.instanceId === later));
    await remove(receiver);
  });

  it('inner addresses are refused, and nobody but an administrator keeps receivers', async () => {
    const body = { name: 'Thử', url: 'https://169.254.169.254/latest', events: all };
    const refused = await (await api.as('quantri')).post('/webhooks', body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'RECEIVER_ADDRESS' } });
    for (const username of ['ttt', 'ttt.giamdoc', 'lanhdao', 'bacgiang']) {
      const client = await api.as(username);
      expect(await client.get('/webhooks')).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
      expect((await client.post('/webhooks', { ...body, url: system.address('/x') })).status).toBe(403);
    }
    expect((await api.anonymous.get('/webhooks')).status).toBe(401);
  });
});
