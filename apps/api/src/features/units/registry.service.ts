import { Injectable } from '@nestjs/common';
import type { RecordEvents, RegistryEvents, RegistryPreview, Unit } from '@phancong/contracts';
import { replayRegistry, shippedEvents } from '@phancong/units';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { mayChangeRegistry, mayLookAfterRegistry, onlyRegistryKeepers } from './keep-registry.js';
import { writeUnits } from './load-registry.js';
import { RegistryRepository } from './registry.repository.js';
import { UnitsRepository } from './units.repository.js';

const sameUnit = (a: Unit | undefined, b: Unit | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** The history of the units: told, added to with a look at what would change, never rewritten. */
@Injectable()
export class RegistryService {
  constructor(
    private readonly sql: Sql,
    private readonly registry: RegistryRepository,
    private readonly units: UnitsRepository,
  ) {}

  /** What the product brings along and what the office recorded, newest first. */
  async events(): Promise<RegistryEvents> {
    const shipped = shippedEvents.map((event) => ({ ...event, id: null, recordedBy: null, recordedAt: null }));
    const items = [...shipped, ...(await this.registry.events())];
    return { items: items.toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? '')) };
  }

  async preview(caller: Caller, { events }: RecordEvents): Promise<RegistryPreview> {
    const kind = (await this.units.all()).get(caller.actor.unitId)?.kind;
    if (!mayLookAfterRegistry(kind)) throw new DomainError('NOT_ALLOWED', {}, onlyRegistryKeepers);
    const { before, after, faults } = await this.replay(events);
    const changes = [...after.values()]
      .filter((unit) => !sameUnit(before.get(unit.id), unit))
      .map((unit) => ({ before: before.get(unit.id) ?? null, after: unit }));
    const ended = changes.filter(({ before: was, after: is }) => is.validTo !== null && was?.validTo !== is.validTo);
    const held = await this.registry.heldBy(
      ended.map((change) => change.after.id),
      caller.today,
    );
    return { faults, changes, openWork: held.open, people: held.people };
  }

  /** Records all events or none. Work that stands at ended units stays there until the reorganisation is applied. */
  async record(caller: Caller, { events }: RecordEvents): Promise<RegistryPreview> {
    const kind = (await this.units.all()).get(caller.actor.unitId)?.kind;
    if (!mayChangeRegistry(caller.actor, kind)) throw new DomainError('NOT_ALLOWED', {}, onlyRegistryKeepers);
    const seen = await this.preview(caller, { events });
    await this.sql.transaction(async (runner) => {
      await this.registry.lock(runner);
      const { after, faults } = await this.replay(events, runner);
      if (faults.length > 0) {
        throw new DomainError('VALIDATION_FAILED', {
          issues: faults.map(({ place, words }) => ({
            path: ['events', place],
            message: words.vi,
            messageEn: words.en,
          })),
        });
      }
      await this.registry.record(events, caller.actor.personId, runner);
      await writeUnits(after.values(), runner);
    });
    this.units.forget();
    return seen;
  }

  private async replay(events: RecordEvents['events'], runner?: SqlRunner) {
    const known = [...shippedEvents, ...(await this.registry.events(runner))];
    const { units: before } = replayRegistry(known);
    const { units: after, faults } = replayRegistry([...known, ...events]);
    const own = faults
      .filter(({ place }) => place >= known.length)
      .map(({ place, words }) => ({ place: place - known.length, words }));
    return { before, after, faults: own };
  }
}
