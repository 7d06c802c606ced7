import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { setPatience } from '../lib/api-client.js';
import { fakeNetwork, renderRoute } from '../testing/render-route.js';

describe('The server is away', () => {
  it('says so from the very start and goes on by itself', async () => {
    let calls = 0;
    fakeNetwork(({ path }) => {
      if (path !== '/session') return null;
      calls += 1;
      return calls <= 3 ? 'noConnection' : null;
    });
    setPatience([0.4, 0.4, 0.4, 0.4]);
    renderRoute('/thong-bao');
    expect(await screen.findByText(/Đang kết nối lại/)).toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: 'Thông báo' })).toBeInTheDocument();
    expect(screen.queryByText(/Đang kết nối lại/)).not.toBeInTheDocument();
  });
});
