import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, Evidence, FileLink, InstancePage } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';

const conference = {
  kind: 'conference',
  title: 'Hội nghị đối thoại với người lao động tại KCN Quang Châu',
  happenedOn: '2025-03-12',
  place: 'KCN Quang Châu, huyện Việt Yên',
  participants: 180,
};

describe('evidence of work', () => {
  let api: TestApi;
  let task: string;
  let target: string;

  beforeAll(async () => {
    api = await startTestApi({ name: 'evidence', today: '2025-03-20' });
    const given = await GivenWork.activePlan(api.sql, { today: '2025-03-20' });
    task = await given.instance({ to: BAC_GIANG });
    target = await given.target(task, {
      metric: 'Hội nghị với NLĐ, NSDLĐ tại các doanh nghiệp',
      min: 10,
      max: 12,
      unit: 'cuộc',
      per: 'tỉnh',
      period: 'năm',
    });
    await (
      await api.as('bacgiang')
    ).post(`/instances/${task}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
  });
  afterAll(() => api.close());

  it('conferences with date, place, participants and file fill the quota of the office, and show that work has begun', async () => {
    const office = await api.as('bacgiang');
    const file = await office.upload<FileLink>('/files', {
      name: 'Biên bản hội nghị.pdf',
      bytes: '%PDF-1.4',
      mediaType: 'application/pdf',
    });
    expect(file.status).toBe(201);
    for (const day of ['2025-02-20', '2025-03-12']) {
      const recorded = await office.post<Evidence>(`/instances/${task}/evidence`, {
        ...conference,
        happenedOn: day,
        targetId: target,
        fileId: file.body.id,
      });
      expect(recorded.status).toBe(201);
      expect(recorded.body.recordedBy.unitId).toBe(BAC_GIANG);
    }
    const { body: page } = await office.get<InstancePage>(`/instances/${task}`);
    expect(page.targets).toMatchObject([{ counted: 2, min: 10, max: 12, unit: 'cuộc' }]);
    expect(page.evidence).toHaveLength(2);
    expect(page.line.state).toBe('inProgress');
    const fetched = await (await api.as('ttt')).get(`/files/${file.body.id}`);
    expect(fetched.status).toBe(200);
    expect(String(fetched.headers['content-disposition'])).toContain(encodeURIComponent('Biên bản hội nghị.pdf'));
  });

  it('evidence that was withdrawn stays visible with its reason and counts no more', async () => {
    const office = await api.as('bacgiang');
    const { body: before } = await office.get<InstancePage>(`/instances/${task}`);
    const id = before.evidence[0]?.id ?? '';
    const answer = await office.post<Evidence>(`/evidence/${id}/withdraw`, { reason: 'Ghi nhầm ngày' });
    expect(answer.body.withdrawnReason).toBe('Ghi nhầm ngày');
    const { body: after } = await office.get<InstancePage>(`/instances/${task}`);
    expect(after.targets[0]?.counted).toBe((before.targets[0]?.counted ?? 0) - 1);
    expect(after.evidence).toHaveLength(before.evidence.length);
  });

  it.each([
    ['a day that has not come', { happenedOn: '2025-03-21' }, 'happenedOn'],
    ['a target of another task', { targetId: '01a1fc6b-3ef1-7c5b-a266-3845e94d75d6' }, 'targetId'],
    ['a file that nobody uploaded', { fileId: '01a1fc6b-3ef1-7c5b-a266-3845e94d75d6' }, 'fileId'],
    ['a link that is a script', { link: 'javascript:alert(1)' }, 'link'],
  ])('%s is refused at its field and nothing is stored', async (_, wrong, field) => {
    const office = await api.as('bacgiang');
    const count = () => api.query('select 1 from evidence');
    const before = (await count()).length;
    const answer = await office.post<ErrorAnswer>(`/instances/${task}/evidence`, { ...conference, ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(JSON.stringify(answer.body.details)).toContain(field);
    expect(await count()).toHaveLength(before);
  });

  it('neither another office nor the centre records evidence for the office, and strangers do not read its files', async () => {
    expect((await (await api.as('laocai')).post(`/instances/${task}/evidence`, conference)).status).toBe(404);
    expect((await (await api.as('ttt')).post(`/instances/${task}/evidence`, conference)).status).toBe(403);
    const office = await api.as('bacgiang');
    const file = await office.upload<FileLink>('/files', { name: 'anh.png', bytes: 'x', mediaType: 'image/png' });
    expect((await (await api.as('laocai')).get(`/files/${file.body.id}`)).status).toBe(404);
  });
});
