import type { FlowId } from '@phancong/contracts';

import type { Effect } from '../engine/flow.js';
import { begin, person, type Person, type Work } from './office.js';

/**
 * Work with the parts that it starts, joined as the shell joins them: children are begun, parents and children are told.
 * It shows that the flows fit together, without a database.
 */
export class Bundle {
  readonly parts: Work[] = [];

  constructor(readonly root: Work) {}

  by(work: Work, mover: Person, event: string, payload: Record<string, unknown> = {}): void {
    this.follow(work, work.by(mover, event, payload).effects);
  }

  openParts(flow: FlowId): Work[] {
    return this.parts.filter((part) => part.flow.id === flow && part.phase === 'open');
  }

  private follow(work: Work, effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'start') {
        this.parts.push(
          begin(effect.flow, {
            from: person('', effect.fromUnitId),
            to: person('', effect.toUnitId),
            on: work.today,
            input: effect.input,
            facts: { dueOn: effect.dueOn ?? null },
          }),
        );
      } else if (effect.type === 'tellParent') {
        if (work !== this.root && this.root.phase === 'open') this.tell(this.root, effect.event, effect.payload);
      } else if (effect.type === 'tellChildren') {
        const children = this.parts.filter((part) => !effect.flows || effect.flows.includes(part.flow.id));
        for (const part of children) if (part.phase === 'open') this.tell(part, effect.event, {});
      }
    }
  }

  private tell(work: Work, event: string, payload: Record<string, unknown>): void {
    this.follow(work, work.by('system', event, payload).effects);
  }
}
