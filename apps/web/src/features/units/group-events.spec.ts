import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent, RegistryChange } from '@phancong/contracts';

import { eventsOfUnit, groupEvents } from './group-events.js';

const event = (on: string | null, change: RegistryChange): RecordedEvent => ({
  on,
  change,
  document: null,
  confirmed: true,
  id: null,
  recordedBy: null,
  recordedAt: null,
});
const merger: RegistryChange = {
  kind: 'merged',
  unitIds: ['bac-giang', 'bac-ninh'],
  intoId: 'moi',
  passOn: 'successor',
};
const events = [
  event('2025-07-01', merger),
  event('2025-03-01', { kind: 'abolished', unitId: 'tap-chi' }),
  event(null, { kind: 'abolished', unitId: 'xưa' }),
];

describe('Dòng thời gian của danh mục', () => {
  it('counts the units of each day, oldest first, and leaves out what has no day', () => {
    expect(groupEvents(events)).toEqual([
      { on: '2025-03-01', kinds: [{ kind: 'abolished', units: 1 }] },
      { on: '2025-07-01', kinds: [{ kind: 'merged', units: 2 }] },
    ]);
  });

  it.each(['bac-giang', 'moi'])('tells the merger on both sides: %s', (unitId) => {
    expect(eventsOfUnit(events, unitId).map(({ change }) => change)).toEqual([merger]);
  });
});
