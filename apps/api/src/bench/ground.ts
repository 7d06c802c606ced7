import { createHash, randomBytes } from 'node:crypto';

import { SESSION_COOKIE } from '../features/people/request-actor.js';
import { hashPassword } from '../features/people/password.js';
import {
  DEMONSTRATION_PASSWORD,
  DEMONSTRATION_REGISTRY_DAY,
  demonstrationPeople,
} from '../features/demonstration/demonstration-accounts.js';
import { flowOf, startFlow } from '@phancong/workflows';
import { registryAsOf } from '@phancong/units';
import type { Client } from 'pg';

/** Rows × offices of the plan of 2025: 27 windows for each of 63 offices. */
const ITEMS = 27;

export const TODAY = '2025-05-20';

export const offices = registryAsOf(DEMONSTRATION_REGISTRY_DAY)
  .filter((unit) => unit.kind === 'provincialOffice')
  .map((unit) => unit.id);

export const taskSnapshot = () => {
  const started = startFlow(flowOf('task'), {
    facts: {
      fromUnitId: 'ttt',
      toUnitId: 'ha-noi-truoc-2025-07',
      ownerUnitId: 'ttt',
      startsOn: '2025-01-01',
      dueOn: '2025-12-31',
      signedDueOn: '2025-12-31',
      doneOn: null,
      standing: false,
    },
    input: { openCheckpoints: 0 },
    today: TODAY,
    actor: null,
  });
  if (!started.ok) throw new Error(started.words.en);
  return started;
};

/** People, the day, and an empty file that the plans of the bench are said to come from. */
export async function layGround(client: Client): Promise<void> {
  const hash = await hashPassword(DEMONSTRATION_PASSWORD);
  await client.query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as x(username text, "fullName" text, "unitId" text, post text)),
     added as (insert into person (username, full_name, password_hash) select username, "fullName", $2 from given
               returning id, username)
     insert into post_holding (person_id, unit_id, post)
     select added.id, "unitId", post from added join given using (username)`,
    [JSON.stringify(demonstrationPeople()), hash],
  );
  await client.query(`insert into demonstration_clock (today) values ($1)`, [TODAY]);
  await client.query(
    `insert into file (sha256, name, media_type, size, bytes, unit_id, person_id)
     select '\\x00', 'bench.txt', 'text/plain', 0, '', 'ttt', id from person where username = 'ttt'`,
  );
}

export interface BenchSession {
  cookie: string;
  csrf: string;
}

/** Signed in without the password: the limit on sign-ins from one address is not what is measured. */
export async function openSession(client: Client, unitId: string): Promise<BenchSession> {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(24).toString('base64url')];
  await client.query(
    `insert into session (token_hash, person_id, post_holding_id, csrf_token, expires_at)
     select $1, person_id, id, $2, now() + interval '2 hours' from post_holding where unit_id = $3 order by id limit 1`,
    [createHash('sha256').update(token).digest(), csrf, unitId],
  );
  return { cookie: `${SESSION_COOKIE}=${token}`, csrf };
}

/** Plans of 27 rows with one task per row and office, until `tasks` are there; three in four are done. */
export async function growTo(client: Client, tasks: number): Promise<void> {
  const perPlan = ITEMS * offices.length;
  const found = await client.query<{ plans: number }>('select count(*)::int as plans from plan');
  const plans = Math.ceil(tasks / perPlan) - (found.rows[0]?.plans ?? 0);
  if (plans <= 0) return;
  const { snapshot } = taskSnapshot();
  await client.query(
    `with f as (select id from file limit 1),
     p as (insert into plan (title, year, owner_unit_id, file_id, document)
           select 'Kế hoạch ' || n, 2025, 'ttt', f.id, '{"title":null,"number":null,"issuedOn":null,"issuer":null,"year":2025,"signer":null,"recipients":[]}'
           from f, generate_series(1, $1) n returning id, title),
     own as (insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, from_unit_id, to_unit_id, holder_unit_id, line_title)
           select id, 'plan', 1, 'active', 'open', '{}', id, 'ttt', 'ttt', null, title from p)
     insert into plan_item (plan_id, position, ref, title, text, leads, coordinators, timing, targets, read)
     select p.id, n, 'I.' || n, 'Nội dung ' || n, 'Công việc thực hiện', '{BHXH tỉnh}', '{}',
            '{"text":"Quý I-IV","windows":[],"deadline":null,"recurrence":[],"asNeeded":false,"inheritedFrom":null}', '[]',
            '{"source":{"lines":[1,1]}}'
     from p, generate_series(1, ${ITEMS}) n`,
    [plans],
  );
  await client.query(
    `insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                           holder_unit_id, starts_on, due_on, signed_due_on, done_on, line_ref, line_title)
     select 'task', ${flowOf('task').version}, case when d.done then 'accepted' else 'assigned' end, case when d.done then 'done' else 'open' end,
            $1, item.plan_id, item.id, 'ttt', u, case when d.done then null else u end, '2025-01-01', d.due_on, d.due_on,
            case when d.done then d.due_on - 3 end, item.ref, item.title
     from plan_item item
     cross join unnest($2::text[]) with ordinality as office(u, place)
     cross join lateral (
       -- Open tasks fall due after today: clocks that fire at once would be measured with every move.
       select done, (case when done then date '2025-02-01' else date '${TODAY}' + 30 end)
                    + abs(hashtext(u || item.id::text)) % 100 as due_on
       from (select hashtext(item.id::text || u) % 4 <> 0 as done) drawn) d
     where not exists (select from instance i where i.plan_id = item.plan_id and i.flow = 'task')`,
    [JSON.stringify(snapshot), offices],
  );
  // Every open task has its clock: without them the planner would take the table of clocks for empty.
  await client.query(
    `insert into due_row (instance_id, event, fire_on)
     select id, 'deadlinePassed', '2026-12-31' from instance where flow = 'task' and phase = 'open'
     on conflict do nothing`,
  );
  await client.query('vacuum analyze instance');
  await client.query('vacuum analyze due_row');
  for (const table of ['plan', 'plan_item', 'plan_unit', 'unit']) await client.query(`analyze ${table}`);
}
