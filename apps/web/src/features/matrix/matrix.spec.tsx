import { beforeAll, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { idOf, planId } from '../../testing/fake-office.js';
import { fakeMatrix, fakePlan } from '../../testing/fake-plan.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';
import { stepInGrid } from './use-grid-keys.js';

const office = () =>
  fakeNetwork(({ path }) => {
    if (path === `/plans/${planId}`) return { status: 200, body: fakePlan() };
    if (path === `/plans/${planId}/matrix`) return { status: 200, body: fakeMatrix };
    return null;
  });

/** jsdom lays nothing out; the grid draws the rows that fit into its height. */
beforeAll(() => {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 640 });
});

describe('Ma trận đơn vị và dòng kế hoạch', () => {
  it('moves through the cells with the arrows and opens the tasks of one with Enter', async () => {
    office();
    const { router } = renderRoute(`/ke-hoach/${planId}/ma-tran`);
    const person = userEvent.setup();
    const first = await screen.findByRole('link', { name: /^Dòng I\.1\.1, BHXH tỉnh Bắc Giang/ });
    expect(first).toHaveAttribute('tabindex', '0');
    first.focus();
    await person.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Dòng I\.1\.2, BHXH tỉnh Bắc Giang/));
    await person.keyboard('{ArrowRight}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/Cà Mau: .*quá hạn 1/));
    expect(first).toHaveAttribute('tabindex', '-1');
    await person.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/viec'));
    expect(router.state.location.search).toMatchObject({ planId, itemId: idOf(52), unitId: 'tinh-1' });
  });

  it('says in words that a cell holds no task', async () => {
    office();
    renderRoute(`/ke-hoach/${planId}/ma-tran`);
    expect(
      await screen.findByRole('gridcell', { name: 'Dòng I.1.1, BHXH tỉnh Lào Cai: không có nhiệm vụ' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['ArrowUp', false, { row: 0, column: 2 }],
    ['End', false, { row: 0, column: 62 }],
    ['End', true, { row: 21, column: 62 }],
    ['PageDown', false, { row: 10, column: 2 }],
    ['x', false, null],
  ])('steps with %s (control: %s) and stays inside', (key, control, place) => {
    expect(stepInGrid(key, control, { row: 0, column: 2 }, { rows: 22, columns: 63 })).toEqual(place);
  });
});
