import type { LiveEvent } from './live-event.js';

/** The last events in memory: from here a screen that lost its line hears what it missed. */
export class EventWindow {
  private events: LiveEvent[];
  /** Everything after this id is in the window. */
  private from: bigint;
  private last: bigint;

  /** `newest` are the newest events that are kept, oldest first. */
  constructor(
    private readonly size: number,
    newest: readonly LiveEvent[] = [],
  ) {
    this.events = [...newest];
    this.from = (newest[0]?.id ?? 1n) - 1n;
    this.last = newest.at(-1)?.id ?? 0n;
  }

  /** Id of the newest event. */
  get newest(): bigint {
    return this.last;
  }

  add(events: readonly LiveEvent[]): void {
    this.events.push(...events);
    this.last = events.at(-1)?.id ?? this.last;
    // Cut now and then, not with each event.
    if (this.events.length < 2 * this.size) return;
    const cut = this.events.length - this.size;
    this.from = this.events[cut - 1]?.id ?? this.from;
    this.events = this.events.slice(cut);
  }

  /** What came after an id; undefined when that is too long ago to know, or no id of this database. */
  after(id: bigint): LiveEvent[] | undefined {
    if (id < this.from || id > this.last) return undefined;
    let first = this.events.length;
    while (first > 0 && (this.events[first - 1]?.id ?? 0n) > id) first -= 1;
    return this.events.slice(first);
  }
}
