import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, PlanEdit, PlanPage, PlanReview, ReviewDoubt, ReviewItem } from '@phancong/contracts';

import { runScore } from '../../cli/score-command.js';
import { acceptAllDoubts, activatePlan, importSeedPlan, movePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

describe('correcting the table of a plan step by step', () => {
  let api: TestApi;
  let officer: TestClient;
  let director: TestClient;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan edits' });
    officer = await api.as('ttt');
    director = await api.as('ttt.giamdoc');
    ({ planId } = await importSeedPlan(officer));
  }, 60_000);
  afterAll(() => api.close());

  const review = async (who = officer) => (await who.get<PlanReview>(`/plans/${planId}/review`)).body;
  const refs = async () => (await review()).items.map(({ ref }) => ref);
  const find = async (ref: string): Promise<ReviewItem> => {
    const found = (await review()).items.find((item) => item.ref === ref);
    if (!found) throw new Error(`no row ${ref}`);
    return found;
  };
  const edit = (who: TestClient, { id, version }: ReviewItem, changes: object) =>
    who.patch<ReviewItem & ErrorAnswer>(`/plans/${planId}/items/${id}`, { expectedVersion: version, changes });
  const undo = (who = officer) => who.post<PlanEdit & ErrorAnswer>(`/plans/${planId}/edits/undo`);
  const redo = (who = officer) => who.post<PlanEdit & ErrorAnswer>(`/plans/${planId}/edits/redo`);

  it('fills in number and date that the document leaves blank, and the doubts about them are answered', async () => {
    const before = await review();
    const open = (all: PlanReview) => all.doubts.filter((doubt) => doubt.settledAt === null).map(({ field }) => field);
    expect(open(before)).toEqual(expect.arrayContaining(['number', 'issuedOn']));
    const { status, body } = await officer.patch<PlanReview>(`/plans/${planId}/document`, {
      expectedVersion: before.documentVersion,
      changes: { number: '529/KH-BHXH', issuedOn: '2025-04-21', signer: 'Nguyễn Văn A' },
    });
    expect(status).toBe(200);
    expect(body.plan).toMatchObject({ number: '529/KH-BHXH', document: { issuedOn: '2025-04-21' } });
    expect(open(body)).not.toContain('number');
    const stale = await director.patch(`/plans/${planId}/document`, {
      expectedVersion: before.documentVersion,
      changes: { number: '1/KH-BHXH' },
    });
    expect(stale).toMatchObject({
      status: 409,
      body: {
        code: 'STALE_VERSION',
        details: { who: 'Nguyễn Thu Hà', event: 'sửa số văn bản, ngày ban hành, người ký' },
      },
    });
    const [row] = await api.query<{ read: { number: string | null } }>(
      'select read_document as read from plan where id = $1',
      [planId],
    );
    expect(row?.read.number).toBeNull();
  });

  it('reads the times of rows anew when the year is corrected, and takes that back', async () => {
    const { documentVersion } = await review();
    const path = `/plans/${planId}/document`;
    const moved = await officer.patch<PlanReview>(path, { expectedVersion: documentVersion, changes: { year: 2026 } });
    const timing = moved.body.items.find((item) => item.ref === 'I.1.1')?.timing;
    expect(timing?.windows[0]).toMatchObject({ start: '2026-04-01', end: '2026-06-30' });
    expect((await undo()).status).toBe(200);
    expect((await find('I.1.1')).timing.windows[0]).toMatchObject({ start: '2025-04-01' });
    expect((await review()).plan.year).toBe(2025);
  });

  it('splits a row, merges the halves again, and gives back every word', async () => {
    const item = await find('I.1.2');
    const at = item.text.indexOf('Trong năm');
    const cut = await officer.post<ReviewItem>(`/plans/${planId}/items/${item.id}/split`, {
      expectedVersion: item.version,
      textFrom: at > 0 ? at : 200,
    });
    expect(cut.status).toBe(201);
    expect(cut.body).toMatchObject({
      ref: 'I.1.2.b',
      wasRead: false,
      readRef: 'I.1.2',
      leads: item.leads,
      targets: [],
    });
    const all = await refs();
    expect(all[all.indexOf('I.1.2') + 1]).toBe('I.1.2.b');
    const upper = await find('I.1.2');
    const merged = await officer.post<ReviewItem>(`/plans/${planId}/items/${item.id}/merge`, {
      expectedVersion: upper.version,
      otherItemId: cut.body.id,
      otherVersion: cut.body.version,
    });
    expect(merged.body.text.replaceAll(/\s/g, '')).toBe(item.text.replaceAll(/\s/g, ''));
    expect(merged.body.targets).toEqual(item.targets);
    expect(await refs()).not.toContain('I.1.2.b');
    expect((await undo()).body.words.vi).toBe('gộp dòng I.1.2 và I.1.2.b');
    expect(await refs()).toContain('I.1.2.b');
    await undo();
    expect((await find('I.1.2')).text).toBe(item.text);
  });

  it('adds a row that the reader missed, where the document has it', async () => {
    const above = await find('I.2.3');
    const added = await officer.post<ReviewItem>(`/plans/${planId}/items`, {
      afterItemId: above.id,
      words: { ref: 'I.2.4', title: 'Truyền thông qua tin nhắn', leads: ['Trung tâm Truyền thông'] },
    });
    expect(added).toMatchObject({ status: 201, body: { ref: 'I.2.4', wasRead: false, coordinators: [] } });
    const all = await refs();
    expect(all[all.indexOf('I.2.3') + 1]).toBe('I.2.4');
    const rows = await officer.get<{ items: { ref: string }[] }>(`/plans/${planId}/rows?limit=100`);
    const table = rows.body.items.map(({ ref }) => ref);
    expect(table.indexOf('I.2.4')).toBe(table.lastIndexOf('I.2.3') + 1);
    expect(table.indexOf('I.3')).toBe(table.indexOf('I.2.4') + 1);
    const twice = await officer.post<ErrorAnswer>(`/plans/${planId}/items`, {
      afterItemId: above.id,
      words: { ref: 'I.2.4', title: 'Trùng số', leads: ['Văn phòng'] },
    });
    expect(twice).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('removes a row with its doubts and brings both back', async () => {
    const item = await find('I.5.2');
    const openOf = async () => (await review()).doubts.filter((doubt) => doubt.ref === 'I.5.2').length;
    const before = await openOf();
    expect(before).toBeGreaterThan(0);
    const { openDoubts } = (await review()).plan;
    const removed = await officer.delete(`/plans/${planId}/items/${item.id}?expectedVersion=${item.version}`);
    expect(removed.status).toBe(204);
    expect(await refs()).not.toContain('I.5.2');
    expect(await openOf()).toBe(0);
    expect((await review()).plan.openDoubts).toBeLessThan(openDoubts);
    expect((await undo()).status).toBe(200);
    expect(await openOf()).toBe(before);
    expect((await redo()).status).toBe(200);
    expect(await refs()).not.toContain('I.5.2');
    await undo();
  });

  it('takes back an answer that was given by mistake', async () => {
    const doubt = (await review()).doubts.find((each) => each.code === 'INHERITED' && each.settledAt === null);
    if (!doubt) throw new Error('no inherited cell');
    const blank = doubt.choices.findIndex((choice) => choice.value === null);
    await officer.post(`/plans/${planId}/doubts/${doubt.id}/settle`, { answer: { kind: 'choose', position: blank } });
    expect((await find(doubt.ref ?? '')).edited).toContain(doubt.field);
    expect((await review()).undo?.kind).toBe('settle');
    await undo();
    expect((await find(doubt.ref ?? '')).edited).not.toContain(doubt.field);
    expect((await review()).doubts.find(({ id }) => id === doubt.id)?.settledAt).toBeNull();
  });

  it('answers a doubt about a field by correcting the field', async () => {
    const isOpen = (all: PlanReview) =>
      all.doubts.some((doubt) => doubt.ref === 'I.6' && doubt.field === 'unitOfMeasure' && doubt.settledAt === null);
    expect(isOpen(await review())).toBe(true);
    expect((await edit(officer, await find('I.6'), { unitOfMeasure: 'cuộc' })).status).toBe(200);
    expect(isOpen(await review())).toBe(false);
  });

  it('keeps a note of where a missing document is', async () => {
    const doubt = (await review()).doubts.find((each) => each.code === 'MISSING_ATTACHMENT');
    const note = 'Kế hoạch 529/KH-BHXH, bản giấy lưu tại văn thư';
    const settled = await officer.post<ReviewDoubt>(`/plans/${planId}/doubts/${doubt?.id}/settle`, {
      answer: { kind: 'note', note },
    });
    expect(settled.body).toMatchObject({ settledValue: note, settledBy: 'Nguyễn Thu Hà' });
  });

  it('tells the second of two people who changed what, and overwrites nothing', async () => {
    const seenByBoth = await find('I.2.1.a');
    expect((await edit(director, seenByBoth, { unitOfMeasure: 'bài' })).status).toBe(200);
    const second = await edit(officer, seenByBoth, { unitOfMeasure: 'tin' });
    expect(second).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(second.body.message.vi).toContain('Lê Quang Minh');
    expect(second.body.message.vi).toContain('sửa đơn vị tính của dòng I.2.1.a');
    expect((await find('I.2.1.a')).unitOfMeasure).toBe('bài');
  });

  it('lets each person take back own steps only, and not what another changed since', async () => {
    const item = await find('I.2.2.a');
    await edit(officer, item, { title: 'Trang mạng xã hội' });
    await edit(director, await find('I.2.2.a'), { title: 'Fanpage, Zalo' });
    const refused = await undo();
    expect(refused).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect((await find('I.2.2.a')).title).toBe('Fanpage, Zalo');
    expect((await undo(director)).status).toBe(200);
    expect((await undo()).status).toBe(200);
    expect((await find('I.2.2.a')).title).toBe(item.title);
  });

  it('lets nobody else touch the rows, and does not say that they exist', async () => {
    const item = await find('I.6');
    const province = await api.as('bacgiang');
    const leadership = await api.as('lanhdao');
    const body = { expectedVersion: item.version, textFrom: 10 };
    for (const [who, status] of [
      [province, 404],
      [leadership, 403],
    ] as const) {
      const base = `/plans/${planId}`;
      const answers = [
        await who.post(`${base}/items/${item.id}/split`, body),
        await who.post(`${base}/items`, { afterItemId: null, words: { ref: 'X', title: 'X', leads: ['X'] } }),
        await who.delete(`${base}/items/${item.id}?expectedVersion=${item.version}`),
        await who.patch(`${base}/document`, { expectedVersion: 0, changes: { number: '1' } }),
        await who.post(`${base}/edits/undo`),
      ];
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    }
  });

  it('keeps the approved table as a version, and makes tasks of the rows that stand in it', async () => {
    const extra = await find('I.2.4');
    await officer.delete(`/plans/${planId}/items/${extra.id}?expectedVersion=${extra.version}`);
    await acceptAllDoubts(officer, planId);
    await movePlan(officer, planId, 'submitForReview');
    const approved = await movePlan(director, planId, 'approve');
    expect(approved.status).toBe(200);
    const [version] = await api.query<{ number: number; cause: string; refs: string[] }>(
      `select number, cause, array(select jsonb_array_elements(items)->>'ref') as refs from plan_version where plan_id = $1`,
      [planId],
    );
    expect(version).toEqual({ number: 1, cause: 'approved', refs: await refs() });
    expect(version?.refs).not.toContain('I.2.4');
    expect((await undo()).body.code).toBe('EVENT_NOT_EXPECTED');
    const lines: string[] = [];
    expect(await runScore(['--misses'], api.databaseUrl, (line) => lines.push(line))).toBe(0);
    expect(lines[0]).toMatch(/items P 1\.000 R 1\.000/);
    expect(lines).toContainEqual(expect.stringContaining('I.6 unitOfMeasure: read null, expected "cuộc"'));
    expect((await activatePlan(director, planId)).status).toBe(200);
    const tasks = await api.query(`select 1 from instance where flow = 'task' and item_id = $1`, [extra.id]);
    expect(tasks).toHaveLength(0);
    expect((await officer.get<PlanPage>(`/plans/${planId}`)).body.itemCount).toBe(22);
  });
});
