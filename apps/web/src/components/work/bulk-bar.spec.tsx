import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { fakeLine, idOf } from '../../testing/fake-office.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const sentIn = (seen: ReturnType<typeof fakeNetwork>, path: string) =>
  seen.filter((request) => request.path === path).map(({ body }) => body as Record<string, unknown>);

describe('a move on many lines', () => {
  it('is taken back with a reason by one more move, where the machine knows the way', async () => {
    const seen = fakeNetwork();
    renderRoute('/');
    const person = userEvent.setup();
    const boxes = await screen.findAllByRole('checkbox', { name: /^Chọn: / });
    await person.click(boxes[0] as HTMLElement);
    await person.click(await screen.findByRole('button', { name: 'Tiếp nhận 1 nhiệm vụ' }));
    await person.click(await screen.findByRole('button', { name: 'Hoàn tác' }));

    const dialog = within(await screen.findByRole('dialog', { name: 'Rút lại tiếp nhận' }));
    expect(await dialog.findByText('1/1 việc sẽ được thực hiện.')).toBeInTheDocument();
    const send = dialog.getByRole('button', { name: 'Rút lại tiếp nhận (1)' });
    expect(send).toBeDisabled();
    await person.type(dialog.getByRole('textbox', { name: /Lý do/ }), 'Bấm nhầm');
    await person.click(send);
    expect(await screen.findByText('Rút lại tiếp nhận: xong 1 việc.')).toBeInTheDocument();
    expect(sentIn(seen, '/moves/stream').at(-1)).toEqual({
      event: 'withdrawAcknowledgement',
      payload: { reason: 'Bấm nhầm' },
      instances: [{ id: idOf(100), expectedVersion: 1 }],
    });
  });

  it('on more than a hundred is looked at first: what is refused is told by its reason and left out', async () => {
    const refused = (id: string) => ({
      id,
      error: { code: 'NOT_ALLOWED', message: { vi: 'Chưa đến lượt đơn vị.', en: 'Not your turn.' }, details: {} },
    });
    const lines = Array.from({ length: 140 }, (_, number) => fakeLine(number, { dueOn: null }));
    const seen = fakeNetwork(({ path, body }) => {
      if (path === '/inbox') return { status: 200, body: { items: lines, next: null } };
      if (path !== '/moves/preview') return null;
      const ids = (body as { instances: { id: string }[] }).instances.map(({ id }) => id);
      return { status: 200, body: { allowed: ids.slice(7), refused: ids.slice(0, 7).map(refused) } };
    });
    renderRoute('/');
    const person = userEvent.setup();
    await person.click(await screen.findByRole('checkbox', { name: /^Chọn cả nhóm: / }));
    await person.click(await screen.findByRole('button', { name: 'Tiếp nhận 140 nhiệm vụ' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Tiếp nhận' }));
    expect(await dialog.findByText('Chưa đến lượt đơn vị.')).toBeInTheDocument();
    expect(dialog.getByText(/và 2 việc khác/)).toBeInTheDocument();
    await person.click(dialog.getByRole('button', { name: 'Tiếp nhận (133)' }));
    await screen.findByText('Tiếp nhận: xong 133 việc.');
    expect(sentIn(seen, '/moves/stream')[0]?.['instances']).toHaveLength(133);
  });
});
