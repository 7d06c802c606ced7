import type { Effect, FlowEvent, StartEffect } from './flow.js';

type ParamsOf<Type extends Effect['type']> = Omit<Extract<Effect, { type: Type }>, 'type'>;

/**
 * Names of the effects that a machine may ask for. The functions do nothing: a machine is only stepped, never run, and
 * the engine reads name and parameters out of the step.
 */
export const effectActions = {
  notify: (_: unknown, _params: ParamsOf<'notify'>) => {},
  startChildren: (_: unknown, _params: { children: Omit<StartEffect, 'type'>[] }) => {},
  tellParent: (_: unknown, _params: ParamsOf<'tellParent'>) => {},
  correctReports: (_: unknown, _params: ParamsOf<'correctReports'>) => {},
  tellChildren: (_: unknown, _params: ParamsOf<'tellChildren'>) => {},
  setFacts: (_: unknown, _params: ParamsOf<'setFacts'>) => {},
};

interface NamedAction {
  type: string;
  params?: unknown;
}

/** The effects among the actions of a step, in order. */
export function readEffects(actions: readonly NamedAction[]): Effect[] {
  const effects: Effect[] = [];
  for (const { type, params } of actions) {
    if (type === 'startChildren') {
      const { children } = params as { children: Omit<StartEffect, 'type'>[] };
      for (const child of children) effects.push({ type: 'start', ...child });
    } else if (type in effectActions) {
      effects.push({ type, ...(params as object) } as Effect);
    }
  }
  return effects;
}

/** The reason given with an event, for the context; null when the event carries none. */
export function readReason({ payload }: FlowEvent): string | null {
  if (typeof payload !== 'object' || payload === null || !('reason' in payload)) return null;
  return typeof payload.reason === 'string' ? payload.reason : null;
}

type Acted = Pick<FlowEvent, 'actor'>;

/**
 * Who answers for a move: the person, and by delegation also the one on whose behalf it was made, their ids parted by
 * a bar. Null when the system moves.
 */
export function personOf({ actor }: Acted): string | null {
  if (!actor) return null;
  return actor.onBehalfOfId ? `${actor.personId}|${actor.onBehalfOfId}` : actor.personId;
}

/** Those who answered before together with those who answer now. */
export function joinPersons(before: string | null, now: string | null): string | null {
  const ids = [before, now].flatMap((persons) => persons?.split('|') ?? []);
  return ids.length > 0 ? [...new Set(ids)].join('|') : null;
}

/**
 * True unless one of those who move now is one of those who handed in: nobody approves what he submitted, neither in
 * another post nor through a person who acts for him.
 */
export function isAnotherPerson(event: Acted, persons: string | null): boolean {
  const now = personOf(event)?.split('|') ?? [];
  const before = persons?.split('|') ?? [];
  return !now.some((id) => before.includes(id));
}

/** Reminders fire three times in a state; the third one goes to the owner of the plan as well. */
export const MAX_REMINDERS = 3;
export const isLastReminder = ({ event }: { event: FlowEvent }) => event.firing >= MAX_REMINDERS;
