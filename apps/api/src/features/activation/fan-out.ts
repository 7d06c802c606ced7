import type { FlowId, IsoDate } from '@phancong/contracts';
import { flowOf, startFlow, type DueClock, type Facts } from '@phancong/workflows';

import type { SqlRunner } from '../../platform/database/sql.js';
import { fanOutStatement } from './fan-out-statement.js';
import type { Duty, FanOutCounts } from './plan-fan-out.js';

/** How every instance of a duty begins: what the machine says once, for all of them. */
interface Born {
  version: number;
  state: string;
  holder: 'from' | 'to' | null;
  snapshot: unknown;
  input: unknown;
  clocks: DueClock[];
}

interface Term {
  startsOn: IsoDate;
  dueOn: IsoDate | null;
  standing: boolean;
}

export interface FanOutOrder {
  planId: string;
  /** Assigns every task. */
  ownerUnitId: string;
  duties: readonly Duty[];
  today: IsoDate;
  /** Who activates; history keeps it. */
  personId: string | null;
  post: string | null;
}

/** Asks the machine for the first snapshot. Units play no part in it: of the facts only the days differ between duties. */
function bear(flowId: FlowId, term: Term, input: unknown, { ownerUnitId, today }: FanOutOrder): Born {
  const flow = flowOf(flowId);
  const facts: Facts = {
    fromUnitId: ownerUnitId,
    toUnitId: ownerUnitId,
    ownerUnitId,
    startsOn: term.startsOn,
    dueOn: term.dueOn,
    signedDueOn: term.dueOn,
    doneOn: null,
    standing: term.standing,
  };
  const started = startFlow(flow, { facts, input, today, actor: null });
  if (!started.ok) throw new Error(`A ${flowId} could not be started: ${started.words.en}`);
  const { state, holder, snapshot, clocks } = started;
  return { version: flow.version, state, holder, snapshot, input, clocks };
}

/**
 * Makes everything that the duties say, set-based, in the transaction of the runner. The number of statements and what is
 * sent over the wire do not grow with the number of units.
 */
export async function fanOut(runner: SqlRunner, order: FanOutOrder): Promise<FanOutCounts> {
  const periods = order.duties.flatMap(({ window }, duty) =>
    window.periods.map(({ label, startsOn, dueOn }) => ({
      duty,
      label,
      starts_on: startsOn,
      due_on: dueOn,
      born: bear('checkpoint', { startsOn, dueOn, standing: false }, {}, order),
    })),
  );
  const duties = order.duties.map(({ itemId, window, leadUnitIds, coordinatorUnitIds, targets }, n) => ({
    n,
    item_id: itemId,
    leads: leadUnitIds,
    coordinators: coordinatorUnitIds,
    label: window.label,
    starts_on: window.startsOn,
    due_on: window.dueOn,
    standing: window.standing,
    task: bear('task', window, { openCheckpoints: window.periods.length }, order),
    coordination: coordinatorUnitIds.length > 0 ? bear('coordination', window, {}, order) : null,
    targets: targets.map((target, position) => ({ ...target, position })),
  }));
  const [counts] = await runner.rows<FanOutCounts & Record<string, number>>(fanOutStatement, [
    JSON.stringify({ duties, periods }),
    order.planId,
    order.ownerUnitId,
    order.today,
    order.personId,
    order.post,
  ]);
  if (!counts) throw new Error('The fan-out statement told no counts.');
  return counts;
}
