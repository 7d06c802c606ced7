import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { StartOffer, Unit } from '@phancong/contracts';

import { fakePage, fakeLine } from '../../testing/fake-office.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';

const unit = (id: string, name: string, validTo: string | null = null): Unit => ({
  id,
  name,
  shortName: name,
  nameEn: null,
  kind: 'centralUnit',
  parentId: null,
  validFrom: null,
  validTo,
  code: null,
  aliases: [],
  successorIds: [],
  confirmed: true,
});

it('offers the units of today, those where somebody sits before those where nobody does', async () => {
  const line = fakeLine(1, { flow: 'task' });
  const words = { vi: 'Đề nghị phối hợp', en: 'Ask for help' };
  fakeNetwork(({ path }) => {
    if (path === `/instances/${line.id}`) {
      const offer: StartOffer = {
        flow: 'coordination',
        words,
        allowed: true,
        why: null,
        choosesUnit: true,
        among: null,
      };
      return { status: 200, body: { ...fakePage(line), mayStart: [offer] } };
    }
    if (path !== '/units') return null;
    const items = [unit('a', 'Ban A'), unit('b', 'Ban B'), unit('cu', 'Ban cũ', '2001-12-31')];
    return { status: 200, body: { items, asOf: null, unstaffed: ['a', 'cu'] } };
  });
  renderRoute(`/viec/${line.id}`);
  const person = userEvent.setup();
  await person.click(await screen.findByRole('button', { name: words.vi }));
  await person.click(await screen.findByRole('combobox'));
  const offered = (await screen.findAllByRole('option', { hidden: true })).map((option) => option.textContent);
  expect(offered).toEqual(['Ban B', 'Ban A (chưa có người dùng)']);
});
