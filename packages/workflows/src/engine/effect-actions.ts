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

export const personOf = ({ actor }: Pick<FlowEvent, 'actor'>): string | null => actor?.personId ?? null;

/** True unless the one who moves now is the one who handed in: nobody approves what he submitted. */
export function isAnotherPerson(event: FlowEvent, personId: string | null): boolean {
  return event.actor === null || personId === null || event.actor.personId !== personId;
}

/** Reminders fire three times in a state; the third one goes to the owner of the plan as well. */
export const MAX_REMINDERS = 3;
export const isLastReminder = ({ event }: { event: FlowEvent }) => event.firing >= MAX_REMINDERS;
