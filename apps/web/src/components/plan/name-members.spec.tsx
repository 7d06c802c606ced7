import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';

import { Providers } from '../../app/providers.js';
import { createQueryClient } from '../../lib/query-client.js';
import { fakeNetwork } from '../../testing/render-route.js';
import { NameMembers } from './name-members.js';

const show = () => {
  render(
    <Providers queryClient={createQueryClient()}>
      <NameMembers planId="ke-hoach" day="2025-01-15" />
    </Providers>,
  );
  const whole = document.querySelector('details');
  if (!whole) throw new Error('There is nothing to open.');
  whole.open = true;
  fireEvent(whole, new Event('toggle'));
};

describe('Tên đơn vị trong kế hoạch', () => {
  it('opens a class to its members of the day, and asks again for another day', async () => {
    const seen = fakeNetwork();
    show();
    expect(await screen.findByText(/3 đơn vị/)).toBeTruthy();
    expect(screen.getByText(/BHXH tỉnh Bắc Giang; BHXH tỉnh Bắc Ninh/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/Theo danh mục ngày/), { target: { value: '01/08/2025' } });
    expect(await screen.findByText(/2 đơn vị/)).toBeTruthy();
    expect(seen.map(({ query }) => query.get('day'))).toEqual(['2025-01-15', '2025-08-01']);
  });

  it('says why a name means nobody', async () => {
    fakeNetwork();
    show();
    expect(await screen.findByText(/Văn bản chưa nêu tên đơn vị cụ thể/)).toBeTruthy();
  });

  it('says what went wrong and offers another try', async () => {
    fakeNetwork(() => 'noConnection');
    show();
    expect((await screen.findByRole('alert')).textContent).toContain('Thử lại');
  });
});
