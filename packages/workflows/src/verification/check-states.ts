import type { Words } from '@phancong/contracts';

import type { Flow } from '../engine/flow.js';
import { transitionTable, type Arrow } from '../engine/transition-table.js';
import type { Fault } from './fault.js';

/**
 * Every state can be reached; every open one has somebody who moves it on, a clock where a unit holds it, and a way to an
 * end; an ended one holds nobody, and only a correction that says why leads out of it.
 */
export function checkStates(flow: Flow): Fault[] {
  const table = transitionTable(flow.machine);
  const arrowsFrom = (state: string): Arrow[] => [...(table.get(state)?.values() ?? [])].flat();
  const arrows = [...table.keys()].flatMap(arrowsFrom);
  const reached = follow([initialState(flow)], (state) => arrowsFrom(state).map((arrow) => arrow.target));
  const ends = Object.keys(flow.states).filter((state) => flow.states[state]?.phase !== 'open');
  // An end together with the work that it hangs on is no way out of one's own.
  const ownArrows = arrows.filter(({ event }) => event !== 'parentEnded');
  const mayEnd = follow(ends, (state) =>
    ownArrows.filter(({ target }) => target === state).map(({ source }) => source),
  );

  return Object.entries(flow.states).flatMap(([state, { words, holder, phase, clocks = [] }]): Fault[] => {
    const fault = (kind: Fault['kind'], story: Words): Fault => ({ flow: flow.id, kind, story });
    const faults: Fault[] = [];
    const leaving = arrowsFrom(state).filter((arrow) => arrow.target !== state);
    if (!reached.has(state)) {
      faults.push(
        fault('unreachable', {
          vi: `Không có cách nào đi đến «${words.vi}».`,
          en: `There is no way to “${words.en}”.`,
        }),
      );
    }
    if (phase !== 'open') {
      if (holder !== null || clocks.length > 0 || !leaving.every((arrow) => isCorrection(flow, phase, arrow))) {
        faults.push(
          fault('tables', {
            vi: `«${words.vi}» đã kết thúc mà vẫn còn việc.`,
            en: `“${words.en}” is an end, yet something is left to do.`,
          }),
        );
      }
      return faults;
    }
    if (!mayEnd.has(state)) {
      faults.push(
        fault('deadEnd', {
          vi: `Từ «${words.vi}» không đến được kết thúc nào.`,
          en: `From “${words.en}” no end can be reached.`,
        }),
      );
    }
    if (!leaving.some(({ event }) => mayBeMovedBy(flow, event, holder))) {
      faults.push(
        fault(
          'noMover',
          holder === null
            ? {
                vi: `Ở «${words.vi}» không việc con nào chuyển tiếp được.`,
                en: `In “${words.en}” no child moves it on.`,
              }
            : {
                vi: `Ở «${words.vi}», ${flow.parties[holder].vi} giữ việc mà không làm được gì.`,
                en: `In “${words.en}” the ${flow.parties[holder].en} holds it and can do nothing.`,
              },
        ),
      );
    }
    if (holder !== null && clocks.length === 0) {
      faults.push(
        fault('noClock', {
          vi: `«${words.vi}» có thể bị bỏ quên: không có mốc nhắc.`,
          en: `“${words.en}” can be forgotten: it has no clock.`,
        }),
      );
    }
    for (const { event } of clocks) {
      if (flow.events[event]?.by !== 'system' || !arrowsFrom(state).some((arrow) => arrow.event === event)) {
        faults.push(
          fault('noClock', {
            vi: `Mốc nhắc «${event}» của «${words.vi}» không đi đến đâu.`,
            en: `The clock "${event}" of “${words.en}” leads nowhere.`,
          }),
        );
      }
    }
    if (clocks.filter(({ when }) => 'workingDaysAfterEntering' in when).length > 1) {
      faults.push(
        fault('noClock', {
          vi: `«${words.vi}» có hai mốc nhắc đếm cùng lúc.`,
          en: `“${words.en}” counts two reminders at once.`,
        }),
      );
    }
    return faults;
  });
}

/** What is done may be work again, by an event that is marked so and gives its reason; what was cancelled stays cancelled. */
function isCorrection(flow: Flow, phase: string, { event, target }: Arrow): boolean {
  const rule = flow.events[event];
  const saysWhy = rule !== undefined && !rule.payload.safeParse({}).success;
  return phase === 'done' && rule?.reopens === true && saysWhy && flow.states[target]?.phase === 'open';
}

function mayBeMovedBy(flow: Flow, event: string, holder: 'from' | 'to' | null): boolean {
  const by = flow.events[event]?.by;
  return holder === null ? by === 'system' : by !== undefined && by !== 'system' && by.includes(holder);
}

function initialState(flow: Flow): string {
  return flow.machine.root.initial.target[0]?.key ?? '';
}

function follow(from: readonly string[], next: (state: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  for (const state of found) for (const onward of next(state)) found.add(onward);
  return found;
}
