import { describe, expect, it } from '@jest/globals';

import { flows } from '../flows/released-flows.js';
import { rehearseFlow } from './rehearse-flow.js';

const rehearse = (...steps: Parameters<typeof rehearseFlow>[1]['steps']) =>
  rehearseFlow(flows.coordination, { startsOn: '2025-05-05', dueOn: '2025-05-30', steps });

describe('A rehearsal on a fake clock', () => {
  it('goes through a coordination and tells each unit what it would hear', () => {
    const { scenes } = rehearse(
      { kind: 'move', seat: 'toOfficer', event: 'acknowledge', payload: {} },
      { kind: 'move', seat: 'toOfficer', event: 'contribute', payload: { note: 'Đã có bài' } },
      { kind: 'move', seat: 'fromHead', event: 'confirm', payload: {} },
    );
    expect(scenes.map(({ state }) => state)).toEqual(['requested', 'acknowledged', 'contributed', 'confirmed']);
    expect(scenes[2]?.told).toEqual([
      { to: 'from', words: expect.objectContaining({ vi: expect.stringContaining('Đơn vị phối hợp') }) },
    ]);
  });

  it('reminds on the third, sixth and ninth working day, and the owner of the plan at last', () => {
    const { scenes } = rehearse({ kind: 'wait', until: '2025-06-30' });
    expect(scenes.slice(1).map(({ onDay }) => onDay)).toEqual(['2025-05-08', '2025-05-13', '2025-05-16']);
    expect(scenes.at(-1)?.told.map(({ to }) => to)).toEqual(['to', 'owner']);
  });

  it('says why something cannot be done, and stays where it is', () => {
    const { scenes, offers } = rehearse({ kind: 'move', seat: 'fromHead', event: 'acknowledge', payload: {} });
    expect(scenes.at(-1)).toMatchObject({
      state: 'requested',
      refused: { vi: expect.stringContaining('Chỉ đơn vị phối hợp') },
    });
    expect(offers.toHead.filter(({ allowed }) => allowed).map(({ event }) => event)).toEqual([
      'acknowledge',
      'decline',
    ]);
  });

  it('refuses the same person who handed in, and whoever makes up an event', () => {
    const { scenes } = rehearse(
      { kind: 'move', seat: 'toOfficer', event: 'toString', payload: {} },
      { kind: 'move', seat: 'toOfficer', event: 'contribute', payload: {} },
    );
    expect(scenes.slice(1).every(({ refused }) => refused !== null)).toBe(true);
  });
});
