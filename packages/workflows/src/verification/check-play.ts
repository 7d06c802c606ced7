import type { Flow } from '../engine/flow.js';
import { transitionTable } from '../engine/transition-table.js';
import { exploreFlow } from './explore-flow.js';
import type { Fault } from './fault.js';
import { deputy, first, firstForSecond, wasRefused, type Rehearsal } from './rehearsal.js';
import { tellWay } from './tell-way.js';

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
  const { ways, largestContext, complete, played } = exploreFlow(rehearsal);
  const faults: Fault[] = [];
  if (!complete) {
    return [
      {
        flow: flow.id,
        kind: 'tooLarge',
        story: {
          vi: `Có hơn ${played} tình huống khác nhau nên không chứng minh hết được. Hãy tách thành các quy trình nhỏ hơn.`,
          en: `There are more than ${played} different situations, too many to prove. Split it into smaller flows.`,
        },
      },
    ];
  }
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

/**
 * One person alone, even as head and with every relation, must not bring a flow to a done end: neither in his own name, nor
 * for another by delegation, nor through somebody who acts for him.
 */
function checkDuties(flow: Flow, rehearsal: Rehearsal): Fault[] {
  const alone = exploreFlow(rehearsal, { movers: [first, deputy, firstForSecond, 'system'], withClocks: false });
  return [...alone.ways]
    .filter(([arrow]) => flow.states[arrow.target]?.phase === 'done' && flow.states[arrow.source]?.phase === 'open')
    .filter(([, way]) => way.at(-1)?.actor !== 'system')
    .map(([arrow, way]) => {
      const told = tellWay(flow, way);
      const end = flow.states[arrow.target]?.words;
      return {
        flow: flow.id,
        kind: 'approvesOwnWork',
        story: {
          vi: `Một người tự mình đi hết: ${told.vi} → «${end?.vi}».`,
          en: `One person alone goes all the way: ${told.en} → “${end?.en}”.`,
        },
      };
    });
}

const conditionVi = (guards: readonly string[]) => (guards.length > 0 ? ` (điều kiện ${guards.join(', ')})` : '');
const conditionEn = (guards: readonly string[]) => (guards.length > 0 ? ` (condition ${guards.join(', ')})` : '');
