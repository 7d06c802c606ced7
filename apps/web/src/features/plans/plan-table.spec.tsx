import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { fakeSession, idOf, planId } from '../../testing/fake-office.js';
import { fakePlan, fakeRows } from '../../testing/fake-plan.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const office = () =>
  fakeNetwork(({ path }) => {
    if (path === `/plans/${planId}`) return { status: 200, body: fakePlan() };
    if (path === `/plans/${planId}/rows`) return { status: 200, body: { items: fakeRows, next: null } };
    return null;
  });

describe('Bảng kế hoạch', () => {
  it('has the columns of the signed table and one more, progress', async () => {
    office();
    renderRoute(`/ke-hoach/${planId}`);
    const table = await screen.findByRole('table', { name: /^Bảng phân công/ });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual([
      'Stt',
      'Hình thức, nội dung',
      'Đơn vị tính',
      'Thời gian thực hiện',
      'Đơn vị chủ trì',
      'Đơn vị phối hợp',
      'Công việc thực hiện',
      'Tiến độ',
    ]);
  });

  it.each([
    ['Hoàn thành đúng hạn: 40 (dòng I.1.2)', 'doneOnTime'],
    ['Quá hạn: 4 (dòng I.1.2)', 'openOverdue'],
  ])('opens the number «%s» to the tasks that it counts', async (name, timeliness) => {
    office();
    const { router } = renderRoute(`/ke-hoach/${planId}`);
    await userEvent.setup().click(await screen.findByRole('link', { name }));
    expect(router.state.location.pathname).toBe('/viec');
    expect(router.state.location.search).toEqual({ flow: 'task', planId, itemId: idOf(51), timeliness });
  });

  it('folds a long text until one asks for all of it', async () => {
    office();
    renderRoute(`/ke-hoach/${planId}`);
    const person = userEvent.setup();
    const more = await screen.findByRole('button', { name: 'Xem hết: dòng I.1.2' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await person.click(more);
    expect(screen.getByRole('button', { name: 'Thu gọn: dòng I.1.2' })).toHaveAttribute('aria-expanded', 'true');
  });

  it('leads a second upload of the same file to the plan that exists', async () => {
    fakeNetwork(({ path }) => {
      if (path === '/session') return { status: 200, body: { ...fakeSession, role: 'assigner' } };
      if (path !== '/plans/import') return null;
      const message = { vi: 'Tệp này đã được tải lên trước đó.', en: 'Uploaded before.' };
      return { status: 409, body: { code: 'DUPLICATE_FILE', message, details: { planId }, requestId: 'r1' } };
    });
    const { container } = renderRoute('/ke-hoach/nhap');
    await screen.findByRole('button', { name: 'Chọn tệp kế hoạch' });
    const input = container.querySelector('input[type="file"]') as HTMLInputElement;
    await userEvent.setup().upload(input, new File(['bảng'], 'phu-luc-2.txt', { type: 'text/plain' }));
    expect(await screen.findByText('Chưa nhập được «phu-luc-2.txt»')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Mở kế hoạch đã có' })).toHaveAttribute('href', `/ke-hoach/${planId}`);
  });

  it('does not offer the import to a province', async () => {
    fakeNetwork();
    renderRoute('/ke-hoach/nhap');
    expect(await screen.findByText('Đơn vị bạn không ban hành kế hoạch')).toBeInTheDocument();
  });
});
