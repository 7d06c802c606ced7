import type { FlowId, IsoDate } from '@phancong/contracts';
import { flowOf, startFlow, type DueClock, type Facts } from '@phancong/workflows';

import type { ChooseVersion } from '../own-flows/flow-registry.service.js';
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
  /** The holder of the post, where the person acts by delegation. */
  onBehalfOf?: string | null;
  /** Which version of coordination a unit works by; the shipped one when left out. */
  chooseVersion?: ChooseVersion;
}

/**
 * Asks the machine for the first snapshot and its clocks. Units play no part in it: of the facts only the days differ
 * between duties, so one answer serves every lead.
 */
function bear(
  flowId: FlowId,
  term: Term,
  input: unknown,
  order: FanOutOrder,
  version?: number,
): { born: Born; clocks: DueClock[] } {
  const { ownerUnitId, today } = order;
  const flow = flowOf(flowId, version);
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
  return { born: { version: flow.version, state, holder, snapshot, input }, clocks };
}

/** Coordinating units by the version that each works by. */
const groupByVersion = (unitIds: readonly string[], choose: ChooseVersion = () => undefined) =>
  Map.groupBy(unitIds, (unitId) => choose('coordination', unitId));

/** The work of an order as the statement takes it: duties, their periods and coordinations, and the clocks of each. */
function describeWork(order: FanOutOrder) {
  const work = {
    duties: [] as object[],
    periods: [] as object[],
    coordinations: [] as object[],
    clocks: [] as object[],
  };
  const arm = (flow: FlowId, n: number, clocks: readonly DueClock[]) =>
    work.clocks.push(...clocks.map(({ event, fireOn }) => ({ flow, n, event, fire_on: fireOn })));
  for (const [n, { itemId, window, leadUnitIds, coordinatorUnitIds, targets }] of order.duties.entries()) {
    const task = bear('task', window, { openCheckpoints: window.periods.length }, order);
    arm('task', n, task.clocks);
    work.duties.push({
      n,
      item_id: itemId,
      leads: leadUnitIds,
      label: window.label,
      starts_on: window.startsOn,
      due_on: window.dueOn,
      standing: window.standing,
      ...task.born,
      targets: targets.map((target, position) => ({ ...target, position })),
    });
    for (const { label, startsOn, dueOn } of window.periods) {
      const checkpoint = bear('checkpoint', { startsOn, dueOn, standing: false }, {}, order);
      const period = work.periods.length;
      arm('checkpoint', period, checkpoint.clocks);
      work.periods.push({ n: period, duty: n, label, starts_on: startsOn, due_on: dueOn, ...checkpoint.born });
    }
    for (const [version, unitIds] of groupByVersion(coordinatorUnitIds, order.chooseVersion)) {
      const coordination = bear('coordination', window, {}, order, version);
      const help = work.coordinations.length;
      arm('coordination', help, coordination.clocks);
      work.coordinations.push({ n: help, duty: n, coordinators: unitIds, ...coordination.born });
    }
  }
  return work;
}

/**
 * Makes everything that the duties say, set-based, in the transaction of the runner. The number of statements and what is
 * sent over the wire do not grow with the number of tasks.
 */
export async function fanOut(runner: SqlRunner, order: FanOutOrder): Promise<FanOutCounts> {
  const [counts] = await runner.rows<FanOutCounts & Record<string, number>>(fanOutStatement, [
    JSON.stringify(describeWork(order)),
    order.planId,
    order.ownerUnitId,
    order.today,
    order.personId,
    order.post,
    order.onBehalfOf ?? null,
  ]);
  if (!counts) throw new Error('The fan-out statement told no counts.');
  return counts;
}
