import { Injectable } from '@nestjs/common';
import type { Actor, IsoDate, MoveRequest } from '@phancong/contracts';

import { DomainError } from '../../../platform/errors/domain-error.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { EvidenceService } from '../../evidence/evidence.service.js';
import type { Caller } from '../../people/request-actor.js';
import { BulkMovesService } from '../../work/bulk-moves.service.js';
import { MovesService } from '../../work/moves.service.js';
import { ServerFacts } from '../../work/server-facts.js';
import { StartService } from '../../work/start.service.js';
import { seatKey, type Deed, type Place, type Seat } from './deed.js';
import { WorldRepository } from './world.repository.js';

const CHUNK = 400;
const ATTEMPTS = 4;

/** What the deeds of a demonstration share: who holds which seat, and what was started under which name. */
export interface Stage {
  actors: ReadonlyMap<string, Actor>;
  born: Map<string, string>;
}

export interface RefusedDeed {
  deed: Deed;
  message: string;
}

/** Does deeds through the services behind the API, as the person whose deed it is. */
@Injectable()
export class DeedsService {
  constructor(
    private readonly moves: MovesService,
    private readonly bulkMoves: BulkMovesService,
    private readonly starts: StartService,
    private readonly evidence: EvidenceService,
    private readonly budgets: BudgetsService,
    private readonly serverFacts: ServerFacts,
    private readonly world: WorldRepository,
  ) {}

  /** Does one deed; returns what was refused and why. What another person changed at the same moment is tried again. */
  async perform(deed: Deed, stage: Stage): Promise<RefusedDeed[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(deed, stage);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code !== 'STALE_VERSION' || attempt === ATTEMPTS) return [{ deed, message: error.message }];
      }
    }
  }

  private async attempt(deed: Deed, stage: Stage): Promise<RefusedDeed[]> {
    const caller = callerOf(deed.by, deed.day, stage);
    switch (deed.kind) {
      case 'start': {
        const { id } = await this.starts.start(caller, deed.request, null);
        stage.born.set(deed.born, id);
        return [];
      }
      case 'evidence': {
        await this.evidence.record(caller, await this.find(deed.on, stage), deed.evidence);
        return [];
      }
      case 'move': {
        const ids = await Promise.all(deed.on.map((place) => this.find(place, stage)));
        const [only] = ids;
        if (ids.length === 1 && only) return this.moveOne(caller, only, deed.event, deed.payload);
        return this.moveMany(caller, ids, deed);
      }
      case 'estimate': {
        const id = await this.find(deed.on, stage);
        const [seen] = await this.world.versions([id]);
        await this.budgets.writeLines(caller, id, { lines: deed.lines, expectedVersion: seen?.expectedVersion ?? 0 });
        return [];
      }
    }
  }

  private async moveOne(caller: Caller, id: string, event: string, said: MoveRequest['payload']): Promise<[]> {
    const payload = await this.serverFacts.complete(id, event, said);
    const [seen] = await this.world.versions([id]);
    await this.moves.move(caller, id, { event, payload, expectedVersion: seen?.expectedVersion ?? 0 }, null);
    return [];
  }

  private async moveMany(caller: Caller, ids: string[], deed: Extract<Deed, { kind: 'move' }>): Promise<RefusedDeed[]> {
    const refused: RefusedDeed[] = [];
    const waiting = [...ids];
    for (let attempt = 1; waiting.length > 0; attempt += 1) {
      const instances = await this.world.versions(waiting.splice(0, CHUNK));
      const answer = await this.bulkMoves.moveMany(caller, { event: deed.event, payload: deed.payload, instances });
      for (const { id, error } of answer.refused) {
        if (error.code === 'STALE_VERSION' && attempt < ATTEMPTS) waiting.push(id);
        else refused.push({ deed: { ...deed, on: [{ id }] }, message: error.message.vi });
      }
    }
    return refused;
  }

  private async find(place: Place, { born }: Stage): Promise<string> {
    if ('id' in place) return place.id;
    const name = 'born' in place ? place.born : place.partOf;
    const id = born.get(name);
    const found = id && 'partOf' in place ? await this.world.openPart(id, place.unitId) : id;
    if (!found) throw new DomainError('NOT_FOUND');
    return found;
  }
}

export function callerOf(seat: Seat, today: IsoDate, { actors }: Pick<Stage, 'actors'>): Caller {
  const actor = actors.get(seatKey(seat));
  if (!actor) throw new Error(`Nobody holds the post ${seat.post} in ${seat.unitId}.`);
  return {
    actor,
    today,
    seatId: '',
    sessionId: '',
    csrfToken: '',
    expiresAt: new Date(0),
    strong: true,
    byIdentity: false,
  };
}
