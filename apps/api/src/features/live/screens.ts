import type { EventWindow } from './event-window.js';
import type { LiveEvent } from './live-event.js';
import { writeHeartbeat, writeReadAgain, writeSignals } from './write-signals.js';

/** A reader that lets this much pile up is cut; it comes back and hears what it missed, or reads everything again. */
const MOST_WAITING_BYTES = 64 * 1024;

/** The line to one open screen. */
export interface Line {
  write(text: string): void;
  /** Bytes that were written and not taken yet. */
  readonly waitingBytes: number;
  end(): void;
  /** Breaks off without sending what waits. */
  cut(): void;
}

export interface Screen {
  unitId: string;
  line: Line;
  /** False when the person may not listen any more, or now acts for another unit. */
  mayStill: () => Promise<boolean>;
}

interface UnitScreens {
  sees: (unitId: string) => boolean;
  screens: Set<Screen>;
}

/** All screens that are open in this process, by unit: what a unit may see is worked out and written once for all of its screens. */
export class Screens {
  private readonly byUnit = new Map<string, UnitScreens>();

  constructor(private readonly superiorOf: (unitId: string) => Promise<(other: string) => boolean>) {}

  /** Opens a screen; `after` is the last event that it heard before its line was lost. Returns what takes it away. */
  async open(screen: Screen, window: EventWindow, after: bigint | null): Promise<() => void> {
    const unit = this.byUnit.get(screen.unitId) ?? { sees: await this.sightOf(screen.unitId), screens: new Set() };
    this.byUnit.set(screen.unitId, unit);
    // In one go from here: nothing can be told between what was missed and what comes next.
    const missed = after === null ? [] : window.after(after);
    const first = missed ? writeSignals(missed, unit.sees) : writeReadAgain(window.newest);
    screen.line.write(first + writeHeartbeat(window.newest));
    unit.screens.add(screen);
    return () => this.close(screen);
  }

  tell(events: readonly LiveEvent[]): void {
    for (const { sees, screens } of this.byUnit.values()) {
      const text = writeSignals(events, sees);
      if (text) this.writeTo(screens, text);
    }
  }

  /** Beats on every line, ends those that may listen no longer, and learns anew which units stand below which. */
  async beat(newest: bigint): Promise<void> {
    const text = writeHeartbeat(newest);
    for (const [unitId, unit] of this.byUnit) {
      this.writeTo(unit.screens, text);
      unit.sees = await this.sightOf(unitId);
    }
    const all = [...this.byUnit.values()].flatMap(({ screens }) => [...screens]);
    await Promise.all(
      all.map(async (screen) => {
        if (!(await screen.mayStill())) screen.line.end();
      }),
    );
  }

  endAll(): void {
    for (const { screens } of this.byUnit.values()) for (const { line } of screens) line.end();
  }

  private writeTo(screens: Set<Screen>, text: string): void {
    for (const { line } of screens) {
      if (line.waitingBytes > MOST_WAITING_BYTES) line.cut();
      else line.write(text);
    }
  }

  private close(screen: Screen): void {
    const unit = this.byUnit.get(screen.unitId);
    unit?.screens.delete(screen);
    if (unit?.screens.size === 0) this.byUnit.delete(screen.unitId);
  }

  private async sightOf(unitId: string): Promise<(other: string) => boolean> {
    const isBelow = await this.superiorOf(unitId);
    return (other) => other === unitId || isBelow(other);
  }
}
