import type { FlowId } from '@phancong/contracts';
import { flowOf, knowsFlow } from '@phancong/workflows';

/** How a move is typed and offered, as the machine says. Brings all machines along: for pages of one piece of work, not for lists. */
export function eventOf(
  flow: FlowId,
  event: string,
  version?: number,
): ReturnType<typeof flowOf>['events'][string] | undefined {
  const known = version !== undefined && knowsFlow(flow, version);
  return flowOf(flow, known ? version : undefined).events[event];
}
