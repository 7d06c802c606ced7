import { describe, expect, it } from '@jest/globals';
import type { AuditLine } from '@phancong/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { idOf } from '../../testing/fake-office.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const line: AuditLine = {
  id: idOf(7),
  number: 1,
  kind: 'move',
  at: '2025-05-20T02:05:00.000Z',
  onDay: '2025-05-20',
  personName: 'Thân Văn Lâm',
  onBehalfOfName: 'Giáp Thị Hương',
  unitId: 'bac-giang-truoc-2025-07',
  unitName: 'BHXH tỉnh Bắc Giang',
  post: 'officer',
  origin: '10.1.2.3',
  did: { vi: 'Tiếp nhận', en: 'Acknowledge' },
  instanceId: idOf(7),
  planId: idOf(1),
  flow: 'task',
  title: 'Tổ chức Hội nghị',
  before: { vi: 'Đã giao', en: 'Assigned' },
  after: { vi: 'Đã tiếp nhận', en: 'Acknowledged' },
  details: {},
  replaced: null,
  hash: 'ab12',
};

const answering =
  (items: AuditLine[]) =>
  ({ path }: { path: string }) =>
    path === '/audit' ? { status: 200, body: { items, next: null } } : null;

describe('the record of changes on screen', () => {
  it('says who did what, for whom, and opens to the address and the hash', async () => {
    fakeNetwork(answering([line]));
    renderRoute('/nhat-ky');
    const row = within(await screen.findByRole('article'));
    expect(row.getByText('Tiếp nhận')).toBeTruthy();
    expect(row.getByText(/Thân Văn Lâm · Chuyên viên · BHXH tỉnh Bắc Giang · thay mặt Giáp Thị Hương/)).toBeTruthy();
    expect(row.getByText('Đã giao → Đã tiếp nhận')).toBeTruthy();
    expect(row.getByRole('link', { name: 'Tổ chức Hội nghị' }).getAttribute('href')).toBe(`/viec/${idOf(7)}`);
    await userEvent.click(row.getByText('Chi tiết'));
    expect(row.getByText('10.1.2.3')).toBeTruthy();
    expect(row.getByText('ab12')).toBeTruthy();
  });

  it('asks the server for what the address and the fields say', async () => {
    const seen = fakeNetwork(answering([line]));
    renderRoute('/nhat-ky?from=2025-05-01&kind=move');
    await screen.findByRole('article');
    const asked = () => seen.filter(({ path }) => path === '/audit').map(({ query }) => Object.fromEntries(query));
    expect(asked()[0]).toMatchObject({ from: '2025-05-01', kind: 'move' });
    await userEvent.type(screen.getByLabelText('Người thực hiện'), 'Lâm');
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ person: 'Lâm', kind: 'move' }));
    const download = await screen.findByRole('link', { name: 'Tải về dạng CSV' });
    expect(download.getAttribute('href')).toContain('kind=move');
  });

  it('says that nothing matches, and what the server refused', async () => {
    fakeNetwork(answering([]));
    const first = renderRoute('/nhat-ky');
    expect(await screen.findByText('Không có dòng nào phù hợp')).toBeTruthy();
    first.unmount();
    fakeNetwork(({ path }) =>
      path === '/audit'
        ? {
            status: 403,
            body: { code: 'NOT_ALLOWED', message: { vi: 'Không có quyền.', en: 'No.' }, details: {}, requestId: 'r' },
          }
        : null,
    );
    renderRoute('/nhat-ky');
    expect(await screen.findByText('Không có quyền.')).toBeTruthy();
  });
});
