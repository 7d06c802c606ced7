import { addWorkingDays } from '@phancong/calendar';
import type { IsoDate } from '@phancong/contracts';
import { flows, ownFlows } from '@phancong/workflows';

import type { ReceiptClock } from './reorganisations.repository.js';

/**
 * Clocks that count the days of receipt: those of the state in which work waits for the asked unit to take it. They begin anew
 * for a successor, who hears of the work on the day on which it passes over; deadlines stay as signed.
 */
export function receiptClocks(today: IsoDate): ReceiptClock[] {
  return [...Object.values(flows), ...ownFlows()].flatMap((flow) => {
    const { initial: waiting } = flow.machine.config;
    const state = typeof waiting === 'string' ? flow.states[waiting] : undefined;
    if (typeof waiting !== 'string' || state?.holder !== 'to') return [];
    return (state.clocks ?? []).flatMap(({ event, when }) =>
      'workingDaysAfterEntering' in when && !when.notBeforeStart
        ? [
            {
              flow: flow.id,
              machine_version: flow.version,
              state: waiting,
              event,
              fire_on: addWorkingDays(today, when.workingDaysAfterEntering),
            },
          ]
        : [],
    );
  });
}
