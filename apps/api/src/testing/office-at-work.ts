import type { Actor, FlowId, IsoDate, MoveAnswer } from '@phancong/contracts';

import type { Caller } from '../features/people/request-actor.js';
import { MovesService } from '../features/work/moves.service.js';
import type { TestApi } from './start-test-api.js';
import { testAccounts } from './test-accounts.js';

const findPeople = `
  select p.id as "personId", p.username, p.full_name as "personName", u.id as "unitId", u.short_name as "unitName", h.post
  from person p join post_holding h on h.person_id = p.id join unit u on u.id = h.unit_id`;

/** Below HTTP nobody looks at the session. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** The people of the test accounts at the engine itself, below HTTP: what they send is decided and written as in production. */
export class OfficeAtWork {
  private constructor(
    private readonly moves: MovesService,
    readonly people: ReadonlyMap<string, Actor>,
  ) {}

  static async open(api: TestApi): Promise<OfficeAtWork> {
    const rows = await api.query<Actor & { username: string }>(findPeople);
    const known: readonly string[] = testAccounts.map(({ username }) => username);
    const people = rows
      .filter(({ username }) => known.includes(username))
      .map(({ username, ...actor }): [string, Actor] => [username, actor]);
    return new OfficeAtWork(api.app.get(MovesService), new Map(people));
  }

  actor(username: string): Actor {
    const actor = this.people.get(username);
    if (!actor) throw new Error(`There is no test account "${username}".`);
    return actor;
  }

  callerOf(actor: Actor, today: IsoDate): Caller {
    return {
      actor,
      today,
      csrfToken: '',
      expiresAt: new Date(8.64e15),
      seatId: NOBODY,
      sessionId: NOBODY,
      strong: true,
      byIdentity: false,
    };
  }

  move(
    actor: Actor,
    today: IsoDate,
    at: { id: string; version: number },
    event: string,
    payload: unknown,
  ): Promise<MoveAnswer> {
    const request = { event, payload: payload as Record<string, unknown>, expectedVersion: at.version };
    return this.moves.move(this.callerOf(actor, today), at.id, request, null);
  }

  /** An event of the system itself; false when it was not expected. */
  tell(id: string, today: IsoDate, event: string, payload: unknown): Promise<boolean> {
    return this.moves.sendBySystem(id, event, payload, today);
  }
}

/** Inputs and payloads with units and persons that are there, where the smallest valid value does not lead on. */
export const stageOf = (flow: FlowId, submitter: Actor): { input?: unknown; payloads?: Record<string, unknown> } => {
  switch (flow) {
    case 'plan':
      return { input: { openDoubts: 1 } };
    case 'task':
      return { input: { openCheckpoints: 2 } };
    case 'periodReport':
      return { input: { period: 'Tháng 5/2025', cutoffOn: '2025-05-14', dueOn: '2025-05-22' } };
    case 'appraisal':
      return { input: { purpose: 'Hội nghị', totalVnd: '3', round: 1, submittedBy: submitter.personId } };
    case 'budget':
      return {
        input: { purpose: 'Hội nghị', appraiserUnitIds: ['vkhdt', 'vtckt'], payerUnitId: 'vtckt' },
        payloads: {
          submit: { totalVnd: '3' },
          approve: {
            transfers: [
              { unitId: 'bac-giang-truoc-2025-07', amountVnd: '1' },
              { unitId: 'lao-cai-truoc-2025-07', amountVnd: '2' },
            ],
          },
        },
      };
    default:
      return {};
  }
};
