import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { bacGiang, centre, fakeLine, fakePage, fakeSession, idOf } from '../../testing/fake-office.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const address = `/viec/${idOf(100)}`;
const sessionEnded = {
  status: 401,
  body: {
    code: 'NOT_SIGNED_IN',
    message: { vi: 'Phiên làm việc đã hết hạn.', en: 'Your session has ended.' },
    details: {},
    requestId: 'r1',
  },
};
const moved = { id: idOf(100), flow: 'task', state: 'returnedToAssigner', version: 1, holderUnitId: 'ttt' };

beforeEach(() => sessionStorage.clear());

async function typeReason(person: ReturnType<typeof userEvent.setup>, reason: string) {
  await person.click(await screen.findByRole('button', { name: 'Trả lại nhiệm vụ' }));
  await person.type(await screen.findByLabelText(/Lý do/), reason);
  const form = screen.getByLabelText(/Lý do/).closest('form') as HTMLElement;
  await person.click(within(form).getByRole('button', { name: 'Trả lại nhiệm vụ' }));
}

describe('Trang của một nhiệm vụ', () => {
  it('says whose move it is, and why a barred step is barred', async () => {
    fakeNetwork();
    renderRoute(address);
    expect(await screen.findByText('Đến lượt đơn vị bạn')).toBeInTheDocument();
    expect(screen.getByText('Còn 4 kỳ báo cáo chưa được chấp nhận.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Báo cáo hoàn thành' })).toBeDisabled();
  });

  it.each([
    ['another unit has the move', { holderUnitId: centre.id }, [], /^Đang chờ Trung tâm Truyền thông: việc đang ở/],
    ['nobody has it any more', { holderUnitId: null }, [], /^Việc này đã kết thúc/],
    ['parts of the own work are with others', {}, [{ holderUnitId: centre.id }, {}], /còn chờ 2 phần việc:$/],
  ])('says what is waited for when %s', async (_, of, parts, sentence) => {
    const line = fakeLine(100, { flow: 'task', from: centre, to: bacGiang, holderUnitId: bacGiang.id, ...of });
    const children = parts.map((part, number) =>
      fakeLine(200 + number, { flow: 'checkpoint', from: centre, to: bacGiang, holderUnitId: bacGiang.id, ...part }),
    );
    fakeNetwork(({ path }) =>
      path === `/instances/${line.id}` ? { status: 200, body: fakePage(line, { moves: [], children }) } : null,
    );
    renderRoute(`/viec/${line.id}`);
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    const named = parts.length > 0 ? [centre.name, bacGiang.name] : [];
    for (const unit of named) expect(screen.getByText(new RegExp(`đến lượt ${unit}`))).toBeInTheDocument();
  });

  it('shows how far a quota is filled', async () => {
    fakeNetwork();
    renderRoute(address);
    const bar = await screen.findByRole('progressbar', { name: 'Hội nghị, đối thoại' });
    expect(bar.closest('li')).toHaveTextContent('7/10-12 cuộc');
  });

  it('keeps what was typed when the session ends, and sends it once after the new sign-in', async () => {
    let signedIn = false;
    const seen = fakeNetwork(({ method, path }) => {
      if (method === 'POST' && path === '/session') {
        signedIn = true;
        return { status: 200, body: fakeSession };
      }
      if (!path.endsWith('/moves')) return null;
      return signedIn ? { status: 200, body: moved } : sessionEnded;
    });
    renderRoute(address);
    const person = userEvent.setup();
    await typeReason(person, 'Nhiệm vụ này thuộc Trung tâm CNTT.');

    const dialog = await screen.findByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
    expect(screen.getByDisplayValue('Nhiệm vụ này thuộc Trung tâm CNTT.')).toBeInTheDocument();
    await person.type(within(dialog).getByLabelText(/Tên đăng nhập/), 'bacgiang');
    await person.type(within(dialog).getByLabelText(/^Mật khẩu/), 'phancong');
    await person.click(within(dialog).getByRole('button', { name: 'Đăng nhập' }));

    await waitFor(() => expect(seen.filter(({ path }) => path.endsWith('/moves'))).toHaveLength(2));
    const [refused, repeated] = seen.filter(({ path }) => path.endsWith('/moves'));
    expect(repeated?.headers.get('idempotency-key')).toBe(refused?.headers.get('idempotency-key'));
    expect(repeated?.body).toEqual({
      event: 'returnAssignment',
      payload: { reason: 'Nhiệm vụ này thuộc Trung tâm CNTT.' },
      expectedVersion: 0,
    });
  });

  it('goes on by itself when the server was away for a moment', async () => {
    let away = 2;
    const seen = fakeNetwork(({ path }) => {
      if (!path.endsWith('/moves')) return null;
      away -= 1;
      return away >= 0 ? 'noConnection' : { status: 200, body: moved };
    });
    renderRoute(address);
    await typeReason(userEvent.setup(), 'Gửi nhầm đơn vị.');
    await waitFor(() => expect(seen.filter(({ path }) => path.endsWith('/moves'))).toHaveLength(3));
    expect(await screen.findAllByText('Trả lại nhiệm vụ: đã ghi nhận.')).not.toHaveLength(0);
  });

  it('does not send a form with a needed field left blank', async () => {
    const seen = fakeNetwork();
    renderRoute(address);
    const person = userEvent.setup();
    await typeReason(person, ' ');
    expect(await screen.findByText(/Nội dung ô này chưa đúng|Cần nhập ô này/)).toBeInTheDocument();
    expect(seen.filter(({ path }) => path.endsWith('/moves'))).toHaveLength(0);
  });

  it('tells that a piece of work is not visible, instead of an empty page', async () => {
    fakeNetwork(({ path }) =>
      path.startsWith('/instances/')
        ? {
            status: 404,
            body: {
              code: 'NOT_FOUND',
              message: { vi: 'Không tìm thấy, hoặc đơn vị của bạn không được xem.', en: 'Not found.' },
              details: {},
              requestId: 'r2',
            },
          }
        : null,
    );
    renderRoute(address);
    expect(await screen.findByText('Không được xem')).toBeInTheDocument();
  });
});
