import { Injectable } from '@nestjs/common';
import type { MoveAnswer, MoveRequest } from '@phancong/contracts';

import type { Caller } from '../people/request-actor.js';

/** A use case that carries one move whole: what the machine says, and what has to happen around it in the same transaction. */
export type CarryMove = (caller: Caller, id: string, request: MoveRequest, key: string | null) => Promise<MoveAnswer>;

/**
 * Moves that begin or hand over more than their own instance. A feature registers its use case for the name of the event, so that the
 * one call of all moves stays the one call; such a move is made on one instance at a time.
 */
@Injectable()
export class CarriedMoves {
  private readonly carriers = new Map<string, CarryMove>();

  register(event: string, carry: CarryMove): void {
    this.carriers.set(event, carry);
  }

  of(event: string): CarryMove | undefined {
    return this.carriers.get(event);
  }
}
