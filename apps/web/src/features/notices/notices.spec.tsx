import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { fakeBundle, fakeNotice } from '../../testing/fake-office.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const words = { vi: 'Quá hạn: 3 việc chưa hoàn thành.', en: 'Overdue: 3 pieces of work are not done.' };

describe('Thông báo', () => {
  it('tells many of one kind on one day in one line, which opens to all of them and reads them', async () => {
    const requests = fakeNetwork(({ path }) => {
      if (path === '/notices') {
        return {
          status: 200,
          body: {
            items: [fakeBundle(1, { count: 3, unread: 3, words, template: 'deadlinePassed' })],
            next: null,
            unread: 1,
          },
        };
      }
      if (path === '/notices/bundle') {
        return { status: 200, body: { items: [1, 2, 3].map((number) => fakeNotice(number)), next: null } };
      }
      return path === '/notices/read' ? { status: 200, body: {} } : null;
    });
    renderRoute('/thong-bao');
    const person = userEvent.setup();
    const line = await screen.findByRole('button', { name: /Quá hạn: 3 việc chưa hoàn thành/ });
    expect(line).toHaveAttribute('aria-expanded', 'false');
    await person.click(line);
    await waitFor(() => expect(screen.getAllByRole('link', { name: /Sắp đến hạn/ })).toHaveLength(3));
    const read = requests.find(({ path }) => path === '/notices/read');
    expect(read?.body).toEqual({ bundle: { onDay: '2025-05-19', template: 'deadlinePassed' } });
  });
});
