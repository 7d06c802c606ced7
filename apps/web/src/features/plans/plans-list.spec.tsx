import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { idOf } from '../../testing/fake-office.js';
import { fakePlan } from '../../testing/fake-plan.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const plan = (number: number) => fakePlan({ id: idOf(900 + number), title: `Kế hoạch số ${number}` });

describe('Các kế hoạch', () => {
  it('shows the newest and fetches older ones when asked', async () => {
    fakeNetwork(({ path, query }) => {
      if (path !== '/plans') return null;
      const older = query.get('after') !== null;
      return { status: 200, body: older ? { items: [plan(1)], next: null } : { items: [plan(2)], next: plan(2).id } };
    });
    renderRoute('/ke-hoach');
    await screen.findByRole('link', { name: 'Kế hoạch số 2' });
    expect(screen.queryByRole('link', { name: 'Kế hoạch số 1' })).not.toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Tải thêm' }));
    await screen.findByRole('link', { name: 'Kế hoạch số 1' });
    expect(screen.queryByRole('button', { name: 'Tải thêm' })).not.toBeInTheDocument();
  });
});
