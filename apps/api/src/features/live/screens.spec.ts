import { beforeEach, describe, expect, it } from '@jest/globals';

import { EventWindow } from './event-window.js';
import type { LiveEvent } from './live-event.js';
import { Screens, type Line } from './screens.js';

const event = (id: number, ...unitIds: string[]): LiveEvent => ({
  id: BigInt(id),
  kind: 'instance',
  planId: null,
  instanceId: null,
  unitIds,
});

/** A line to a reader who takes nothing until he is asked. */
class FakeLine implements Line {
  text = '';
  waitingBytes = 0;
  state: 'open' | 'ended' | 'cut' = 'open';
  constructor(private readonly isSlow = false) {}
  write(text: string): void {
    this.text += text;
    if (this.isSlow) this.waitingBytes += text.length;
  }
  end(): void {
    this.state = 'ended';
  }
  cut(): void {
    this.state = 'cut';
  }
  get ids(): number[] {
    const signals = this.text.split('\n\n').filter((part) => part.startsWith('id: '));
    return signals.map((part) => Number(/^id: (\d+)/.exec(part)?.[1]));
  }
}

describe('the open screens of one process', () => {
  let screens: Screens;
  let window: EventWindow;
  const open = async (line: Line, after: bigint | null = null, mayStill = async () => true) =>
    screens.open({ unitId: 'bac-giang', line, mayStill }, window, after);

  beforeEach(() => {
    screens = new Screens(async () => (other) => other.startsWith('bac-giang/'));
    window = new EventWindow(10);
  });

  it('a reader who takes nothing is cut before much piles up', async () => {
    const [slow, quick] = [new FakeLine(true), new FakeLine()];
    await open(slow);
    await open(quick);
    for (let id = 1; id <= 5000; id += 1) screens.tell([event(id, 'bac-giang')]);
    expect(slow.state).toBe('cut');
    expect(slow.waitingBytes).toBeLessThan(70_000);
    expect(quick.ids).toHaveLength(5000);
  });

  it('whoever may listen no longer is put off the line at the next beat', async () => {
    const [gone, still] = [new FakeLine(), new FakeLine()];
    await open(gone, null, async () => false);
    await open(still);
    await screens.beat(7n);
    expect([gone.state, still.state]).toEqual(['ended', 'open']);
  });

  it('a unit hears of itself and of what stands below it', async () => {
    const line = new FakeLine();
    await open(line);
    screens.tell([event(1, 'lao-cai'), event(2, 'bac-giang'), event(3, 'lao-cai', 'bac-giang/yen-the')]);
    expect(line.ids).toEqual([2, 3]);
  });

  it('after a lost line it hears what it missed; a flood is told in one word', async () => {
    window.add([event(1, 'bac-giang'), event(2, 'bac-giang'), event(3, 'lao-cai'), event(4, 'bac-giang')]);
    const [back, flooded] = [new FakeLine(), new FakeLine()];
    await open(back, 1n);
    expect(back.ids).toEqual([2, 4]);
    await open(flooded);
    screens.tell(Array.from({ length: 500 }, (_, place) => event(5 + place, 'bac-giang')));
    expect(flooded.ids).toEqual([504]);
    expect(flooded.text).toContain('"kind":"again"');
  });
});

describe('the window of the last events', () => {
  it('knows what came after each id that it still holds, and says when it does not', () => {
    const window = new EventWindow(3, [event(11), event(12), event(15)]);
    expect(window.after(10n)?.map(({ id }) => Number(id))).toEqual([11, 12, 15]);
    expect(window.after(13n)?.map(({ id }) => Number(id))).toEqual([15]);
    expect(window.after(15n)).toEqual([]);
    expect(window.after(9n)).toBeUndefined();
    expect(window.after(16n)).toBeUndefined();
    window.add([event(16), event(17), event(18)]);
    expect(window.after(15n)?.map(({ id }) => Number(id))).toEqual([16, 17, 18]);
    expect(window.after(14n)).toBeUndefined();
  });
});
