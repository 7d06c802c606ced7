import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { idOf } from '../../testing/fake-office.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const notExpected = {
  code: 'EVENT_NOT_EXPECTED',
  message: { vi: 'Không thể «Tiếp nhận» khi đang ở trạng thái «Đã tiếp nhận».', en: 'Cannot.' },
  details: {},
};

describe('Việc của đơn vị', () => {
  it('lists what the unit owes by nearest deadline, the overdue first', async () => {
    fakeNetwork();
    renderRoute('/');
    const list = await screen.findByRole('list', { name: 'Danh sách việc' });
    const first = within(list).getAllByRole('listitem')[0];
    expect(first).toHaveTextContent('Quá hạn');
    expect(within(list).getAllByText(/quá \d+ ngày/).length).toBeGreaterThan(0);
  });

  it('draws only the lines one looks at, of thousands', async () => {
    fakeNetwork();
    renderRoute('/');
    const list = await screen.findByRole('list', { name: 'Danh sách việc' });
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(60);
  });

  it('acknowledges marked tasks in one request with one key', async () => {
    const seen = fakeNetwork();
    renderRoute('/');
    const person = userEvent.setup();
    const boxes = await screen.findAllByRole('checkbox', { name: /^Chọn: / });
    await person.click(boxes[0] as HTMLElement);
    await person.click(boxes[1] as HTMLElement);
    await person.click(await screen.findByRole('button', { name: 'Tiếp nhận 2 nhiệm vụ' }));
    await waitFor(() => expect(screen.queryByText('Đã chọn 2 việc')).not.toBeInTheDocument());
    const moves = seen.filter(({ path }) => path === '/moves/stream');
    expect(moves).toHaveLength(1);
    expect(moves[0]?.body).toEqual({
      event: 'acknowledge',
      payload: {},
      instances: [
        { id: idOf(100), expectedVersion: 0 },
        { id: idOf(101), expectedVersion: 0 },
      ],
    });
    expect(moves[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(moves[0]?.headers.get('x-csrf-token')).toBe('fake-token');
  });

  it('tells which of the marked tasks were refused, and why', async () => {
    fakeNetwork(({ path }) =>
      path === '/moves/stream'
        ? { status: 200, body: { answer: { moved: [], refused: [{ id: idOf(100), error: notExpected }] } } }
        : null,
    );
    renderRoute('/');
    const person = userEvent.setup();
    const boxes = await screen.findAllByRole('checkbox', { name: /^Chọn: / });
    await person.click(boxes[0] as HTMLElement);
    await person.click(await screen.findByRole('button', { name: 'Tiếp nhận 1 nhiệm vụ' }));
    expect(await screen.findByText(/Không thể «Tiếp nhận»/)).toBeInTheDocument();
  });

  it('marks with x and moves with j, without a mouse', async () => {
    fakeNetwork();
    renderRoute('/');
    const person = userEvent.setup();
    await screen.findByRole('list', { name: 'Danh sách việc' });
    await person.keyboard('jxjx');
    expect(await screen.findByText('Đã chọn 2 việc')).toBeInTheDocument();
  });
});
