import { createEmptyActor, type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';

import { readEffects } from './effect-actions.js';
import type { Effect, FlowEvent, StartInput } from './flow.js';

export interface Stepped {
  value: string;
  status: 'active' | 'done';
  context: Record<string, unknown>;
  effects: Effect[];
}

type Executable = Parameters<AnyActorScope['actionExecutor']>[0];

/**
 * The scope that XState's own `transition()` builds anew for every call, by starting a throw-away actor of the whole
 * machine; that is nine tenths of its time. A machine that is only stepped needs none of it but the list of actions.
 */
function inertScope(actions: Executable[]): AnyActorScope {
  return {
    self: bystander,
    id: '',
    sessionId: '',
    system: bystander.system,
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: (action) => actions.push(action),
  };
}

const bystander = createEmptyActor();

/** One step of a machine: the same state and effects as XState's `transition()`. Pure. */
export function stepMachine(
  machine: AnyStateMachine,
  from: { value: string; context: Record<string, unknown> },
  event: FlowEvent,
): Stepped {
  const actions: Executable[] = [];
  const before = machine.resolveState({ value: from.value, context: from.context });
  return toStepped(machine.transition(before, event, inertScope(actions)), actions);
}

/** What the machine itself says of a state: done where nothing leads on. */
export const statusIn = (machine: AnyStateMachine, value: string): Stepped['status'] =>
  machine.states[value]?.type === 'final' ? 'done' : 'active';

/** The first snapshot of a machine with the effects of entering its first state. */
export function bearMachine(machine: AnyStateMachine, input: StartInput<unknown>): Stepped {
  const actions: Executable[] = [];
  const initial = machine.getInitialSnapshot(inertScope(actions), input);
  if (initial.status === 'error') throw initial.error;
  return toStepped(initial, actions);
}

function toStepped(snapshot: AnyMachineSnapshot, actions: readonly Executable[]): Stepped {
  return {
    value: String(snapshot.value),
    status: snapshot.status === 'done' ? 'done' : 'active',
    context: snapshot.context as Record<string, unknown>,
    effects: readEffects(actions),
  };
}
