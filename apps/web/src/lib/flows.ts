import type { FlowId } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';

/** How a move is typed and offered, as the machine says. Brings all machines along: for pages of one piece of work, not for lists. */
export function eventOf(flow: FlowId, event: string): ReturnType<typeof flowOf>['events'][string] | undefined {
  return flowOf(flow).events[event];
}
