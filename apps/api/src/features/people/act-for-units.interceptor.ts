import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';

import { actFor } from '../../platform/database/acting-units.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { SignedInRequest } from './request-actor.js';

const SEES_NOTHING = '{}';

const arrayLiteral = (ids: readonly string[]) => `{${ids.map((id) => JSON.stringify(id)).join(',')}}`;

/** Every request runs behind the wall of the units that its person may see; one that nobody signed sees no work at all. */
@Injectable()
export class ActForUnits implements NestInterceptor {
  constructor(private readonly units: UnitsRepository) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const actor = context.switchToHttp().getRequest<SignedInRequest>().caller?.actor;
    let asked: Promise<string> | undefined;
    const units = () => (asked ??= actor ? this.unitsOf(actor.unitId) : Promise.resolve(SEES_NOTHING));
    return new Observable((subscriber) => actFor({ units }, () => next.handle().subscribe(subscriber)));
  }

  private async unitsOf(unitId: string): Promise<string> {
    return arrayLiteral([unitId, ...(await this.units.unitsBelow(unitId))]);
  }
}
