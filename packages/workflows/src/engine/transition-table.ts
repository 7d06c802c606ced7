import { and, type AnyStateMachine } from 'xstate';

/** One arrow of the drawing. `target` is the source itself when the machine stays where it is. */
export interface Arrow {
  source: string;
  event: string;
  target: string;
  /** Names of the guards that must all hold. */
  guards: readonly string[];
  /** Names of the actions with their fixed parameters. */
  actions: readonly { type: string; params?: unknown }[];
}

type Table = ReadonlyMap<string, ReadonlyMap<string, readonly Arrow[]>>;

const tables = new WeakMap<AnyStateMachine, Table>();

/** The arrows of a flat machine by state and event, in the order in which XState tries them. Read once per machine. */
export function transitionTable(machine: AnyStateMachine): Table {
  const known = tables.get(machine);
  if (known) return known;
  const table = new Map<string, Map<string, Arrow[]>>();
  for (const [source, node] of Object.entries(machine.states)) {
    const byEvent = new Map<string, Arrow[]>();
    // What the root takes, every state takes that is not final; its own arrows are tried first.
    const nodes = node.type === 'final' ? [node] : [node, machine.root];
    for (const { transitions } of nodes) {
      for (const [event, candidates] of transitions) {
        const known = byEvent.get(event) ?? [];
        // Nothing is tried after an arrow without a condition.
        if (known.some((arrow) => arrow.guards.length === 0)) continue;
        const further = candidates.map((candidate) => ({
          source,
          event,
          target: candidate.target?.[0]?.key ?? source,
          guards: namesOfGuard(candidate.guard),
          actions: candidate.actions.map(nameAction),
        }));
        byEvent.set(event, [...known, ...further]);
      }
    }
    table.set(source, byEvent);
  }
  tables.set(machine, table);
  return table;
}

export function arrowsOf(machine: AnyStateMachine, state: string, event: string): readonly Arrow[] {
  return transitionTable(machine).get(state)?.get(event) ?? [];
}

const conjunction: unknown = checkOf(and([]));

function checkOf(guard: unknown): unknown {
  return typeof guard === 'function' && 'check' in guard ? guard.check : undefined;
}

/** A guard is a name, or `and([...])` of names; anything else cannot be told to a person, so it is refused at once. */
function namesOfGuard(guard: unknown): readonly string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'object' && guard !== null && 'type' in guard && typeof guard.type === 'string')
    return [guard.type];
  if (
    typeof guard === 'function' &&
    checkOf(guard) === conjunction &&
    'guards' in guard &&
    Array.isArray(guard.guards)
  ) {
    return guard.guards.flatMap(namesOfGuard);
  }
  throw new Error('A guard of a flow is given by name, or as and([...]) of names.');
}

function nameAction(action: unknown): { type: string; params?: unknown } {
  if (typeof action === 'string') return { type: action };
  if (typeof action === 'object' && action !== null && 'type' in action && typeof action.type === 'string') {
    return 'params' in action && typeof action.params === 'object'
      ? { type: action.type, params: action.params }
      : { type: action.type };
  }
  throw new Error('An action of a flow is given by name.');
}
