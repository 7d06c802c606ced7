import type { Flow } from '../engine/flow.js';
import { transitionTable } from '../engine/transition-table.js';
import { exploreFlow } from './explore-flow.js';
import type { Fault } from './fault.js';
import { first, wasRefused, type Rehearsal } from './rehearsal.js';

const CONTEXT_LIMIT = 16_000;

/** What only playing can show: arrows that no guard ever opens, a context that grows, a person who approves himself. */
export function checkPlay(rehearsal: Rehearsal): Fault[] {
  const { flow } = rehearsal;
  const opening = rehearsal.open();
  if (wasRefused(opening)) {
    return [
      {
        flow: flow.id,
        kind: 'tables',
        story: { vi: `Không bắt đầu được: ${opening.words.vi}`, en: `It cannot be started: ${opening.words.en}` },
      },
    ];
  }
  const { ways, largestContext } = exploreFlow(rehearsal);
  const faults: Fault[] = [];
  for (const byEvent of transitionTable(flow.machine).values()) {
    for (const arrow of [...byEvent.values()].flat()) {
      if (ways.has(arrow)) continue;
      const event = flow.events[arrow.event]?.words;
      const state = flow.states[arrow.source]?.words;
      faults.push({
        flow: flow.id,
        kind: 'neverTaken',
        story: {
          vi: `«${event?.vi}» ở «${state?.vi}» không bao giờ thực hiện được${conditionVi(arrow.guards)}.`,
          en: `“${event?.en}” in “${state?.en}” can never be done${conditionEn(arrow.guards)}.`,
        },
      });
    }
  }
  if (largestContext > CONTEXT_LIMIT) {
    faults.push({
      flow: flow.id,
      kind: 'growingContext',
      story: {
        vi: `Dữ liệu kèm theo lớn đến ${largestContext} ký tự.`,
        en: `The context grows to ${largestContext} characters.`,
      },
    });
  }
  return [...faults, ...checkDuties(flow, rehearsal)];
}

/** One person alone, even as head and with every relation, must not bring a flow to a done end. */
function checkDuties(flow: Flow, rehearsal: Rehearsal): Fault[] {
  const alone = exploreFlow(rehearsal, { movers: [first, 'system'], withClocks: false });
  return [...alone.ways]
    .filter(([arrow]) => flow.states[arrow.target]?.phase === 'done' && flow.states[arrow.source]?.phase === 'open')
    .filter(([, way]) => way.at(-1)?.actor === first)
    .map(([arrow, way]) => {
      const tell = (language: 'vi' | 'en') =>
        way.map(({ event }) => flow.events[event]?.words[language] ?? event).join(' → ');
      return {
        flow: flow.id,
        kind: 'approvesOwnWork',
        story: {
          vi: `Một người tự mình đi hết: ${tell('vi')} → «${flow.states[arrow.target]?.words.vi}».`,
          en: `One person alone goes all the way: ${tell('en')} → “${flow.states[arrow.target]?.words.en}”.`,
        },
      };
    });
}

const conditionVi = (guards: readonly string[]) => (guards.length > 0 ? ` (điều kiện ${guards.join(', ')})` : '');
const conditionEn = (guards: readonly string[]) => (guards.length > 0 ? ` (condition ${guards.join(', ')})` : '');
