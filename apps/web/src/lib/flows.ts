import type { FlowId, InstanceLine, Words } from '@phancong/contracts';
import { describeFlow, flowOf } from '@phancong/workflows';

type Flow = ReturnType<typeof flowOf>;
type FlowState = Flow['states'][string];
type FlowEvent = Flow['events'][string];

/** A state as its machine words it; an unknown one (a newer machine than this page) is shown by its name. */
export function stateOf(flow: FlowId, state: string): Pick<FlowState, 'words' | 'tone'> {
  return flowOf(flow).states[state] ?? { words: { vi: state, en: state }, tone: 'grey' };
}

export function eventOf(flow: FlowId, event: string): FlowEvent | undefined {
  return flowOf(flow).events[event];
}

export function wordsOfEvent(flow: FlowId, event: string): Words {
  return eventOf(flow, event)?.words ?? { vi: event, en: event };
}

/** What the two parties of a flow are called: 'Đơn vị giao' and 'Đơn vị chủ trì' for a task. */
export function partiesOf(flow: FlowId): Flow['parties'] {
  return flowOf(flow).parties;
}

const bulkEvents = new Map<string, readonly string[]>();

/** Moves that may be made on many lines of this state at once, as far as the machine says. */
export function bulkEventsOf(line: InstanceLine, unitId: string): readonly string[] {
  if (line.holderUnitId !== unitId) return [];
  const key = `${line.flow}:${line.state}`;
  let known = bulkEvents.get(key);
  if (!known) {
    const flow = flowOf(line.flow);
    const leaving = describeFlow(flow).edges.filter((edge) => edge.from === line.state);
    known = [...new Set(leaving.map((edge) => edge.event))].filter((event) => flow.events[event]?.bulk === true);
    bulkEvents.set(key, known);
  }
  const relation = line.to.id === unitId ? 'to' : 'from';
  return known.filter((name) => {
    const by = flowOf(line.flow).events[name]?.by;
    return Array.isArray(by) && by.includes(relation);
  });
}
