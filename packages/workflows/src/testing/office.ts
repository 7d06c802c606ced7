import type { FlowId, IsoDate, OfferedMove, Post } from '@phancong/contracts';

import { decideMove, withEffects, type Moved } from '../engine/decide-move.js';
import type { DueClock, Effect, Facts, Flow, MoveActor } from '../engine/flow.js';
import { offerMoves } from '../engine/offer-moves.js';
import type { Refusal } from '../engine/refusals.js';
import { relationsOf } from '../engine/relations.js';
import { startFlow } from '../engine/start-flow.js';
import type { StoredSnapshot } from '../engine/stored-snapshot.js';
import { flows } from '../flows/released-flows.js';

export interface Person {
  name: string;
  unitId: string;
  post: Post;
  /** Whose post it is, where the person acts by delegation. */
  for?: string;
}

export const person = (name: string, unitId: string, post: Post = 'officer'): Person => ({ name, unitId, post });

/** A person who acts for another one: in the unit and the post of that one. */
export const actingFor = (substitute: Person, holder: Person): Person => ({
  ...holder,
  name: substitute.name,
  for: holder.name,
});

/** People of the plan of 2025, as the stories name them. */
export const hoa = person('Nguyễn Thị Hoa', 'trung-tam-truyen-thong');
export const minh = person('Trần Văn Minh', 'trung-tam-truyen-thong', 'head');
export const lan = person('Lê Thị Lan', 'bhxh-an-giang');
export const tuan = person('Phạm Anh Tuấn', 'trung-tam-cntt');
export const dung = person('Đỗ Tiến Dũng', 'lanh-dao-nganh', 'head');
export const thu = person('Vũ Minh Thu', 'vu-tai-chinh-ke-toan');
export const khoa = person('Bùi Đăng Khoa', 'vu-ke-hoach-dau-tu');

/** One piece of work with its snapshot, its facts and the day; a story moves it and looks at what came of it. */
export class Work {
  readonly effects: Effect[] = [];
  clocks: DueClock[];
  state: string;
  holder: 'from' | 'to' | null;
  phase: Moved['phase'] = 'open';

  constructor(
    readonly flow: Flow,
    public snapshot: StoredSnapshot,
    public facts: Facts,
    public today: IsoDate,
    born: { state: string; holder: 'from' | 'to' | null; effects: Effect[]; clocks: DueClock[] },
  ) {
    this.state = born.state;
    this.holder = born.holder;
    this.effects.push(...born.effects);
    this.clocks = born.clocks;
  }

  /** Moves the work; throws when the move is refused, because the story says that it happens. */
  by(mover: Person | 'system', event: string, payload: Record<string, unknown> = {}): Moved {
    const moved = this.tryBy(mover, event, payload);
    if (!moved.ok) throw new Error(`${event}: ${moved.code} ${moved.words.vi} ${JSON.stringify(moved.details)}`);
    return moved;
  }

  /** Tries a move that may be refused. */
  tryBy(mover: Person | 'system', event: string, payload: Record<string, unknown> = {}): Moved | Refusal {
    const { flow, snapshot, facts, today } = this;
    const moved = decideMove({ flow, snapshot, facts, actor: this.actorOf(mover), event, payload, today });
    if (moved.ok) {
      this.snapshot = moved.snapshot;
      this.facts = withEffects(facts, moved.effects);
      this.state = moved.state;
      this.holder = moved.holder;
      this.phase = moved.phase;
      this.clocks = moved.clocks;
      this.effects.push(...moved.effects);
    }
    return moved;
  }

  offersTo(mover: Person): Record<string, OfferedMove> {
    const { flow, snapshot, facts, today } = this;
    const actor = actorOf(mover, facts);
    return Object.fromEntries(offerMoves({ flow, snapshot, facts, actor, today }).map((move) => [move.event, move]));
  }

  /** The clocks fire as a worker would fire them up to that day, each on its own day. */
  letTimePassTo(day: IsoDate): string[] {
    const fired: string[] = [];
    for (;;) {
      const due = this.clocks
        .filter((clock) => clock.fireOn <= day)
        .sort((a, b) => a.fireOn.localeCompare(b.fireOn))[0];
      if (!due) break;
      if (due.fireOn > this.today) this.today = due.fireOn;
      this.by('system', due.event);
      fired.push(`${due.fireOn} ${due.event}`);
    }
    this.today = day;
    return fired;
  }

  noticesTo(side: 'from' | 'to' | 'owner'): string[] {
    return this.effects.flatMap((effect) => (effect.type === 'notify' && effect.to === side ? [effect.template] : []));
  }

  toldParent(): string[] {
    return this.effects.flatMap((effect) => (effect.type === 'tellParent' ? [effect.event] : []));
  }

  private actorOf(mover: Person | 'system'): MoveActor | 'system' {
    return mover === 'system' ? mover : actorOf(mover, this.facts);
  }
}

export function actorOf(mover: Person, facts: Facts): MoveActor {
  return {
    personId: mover.name,
    personName: mover.name,
    unitId: mover.unitId,
    unitName: mover.unitId,
    post: mover.post,
    ...(mover.for && { onBehalfOf: { personId: mover.for, personName: mover.for, planId: null } }),
    relations: relationsOf(mover.unitId, facts, []),
  };
}

export const factsBetween = (from: Person, to: Person, given: Partial<Facts> = {}): Facts => ({
  fromUnitId: from.unitId,
  toUnitId: to.unitId,
  ownerUnitId: hoa.unitId,
  startsOn: '2025-01-02',
  dueOn: '2025-05-20',
  signedDueOn: '2025-05-20',
  doneOn: null,
  standing: false,
  ...given,
});

/** A piece of work just begun; `startedBy` null means that the system began it, as activation does. */
export function begin(
  flowId: FlowId,
  given: {
    from: Person;
    to: Person;
    on: IsoDate;
    input?: unknown;
    facts?: Partial<Facts>;
    startedBy?: Person | null;
  },
): Work {
  const started = tryToBegin(flowId, given);
  if (!started.ok) throw new Error(started.words.vi);
  const facts = factsBetween(given.from, given.to, given.facts);
  return new Work(flows[flowId], started.snapshot, withEffects(facts, started.effects), given.on, started);
}

export function tryToBegin(flowId: FlowId, given: Parameters<typeof begin>[1]) {
  const { from, to, on, input = {}, startedBy = null } = given;
  const facts = factsBetween(from, to, given.facts);
  return startFlow(flows[flowId], { facts, input, today: on, actor: startedBy && actorOf(startedBy, facts) });
}
