import type { Post } from '@phancong/contracts';

import type { TestApi } from '../testing/start-test-api.js';
import type { TestClient } from '../testing/test-client.js';

/** What a unit is to the work under attack. The owner of the plan is a third one; leadership stands above them all. */
export const units = {
  from: 'ttt',
  to: 'bac-giang-truoc-2025-07',
  owner: 'ttcskh',
  superior: 'lanh-dao-bhxh-vn',
  stranger: 'lao-cai-truoc-2025-07',
} as const;
export type Standing = keyof typeof units;
export const standings = Object.keys(units) as Standing[];

export const posts: readonly Post[] = [
  'officer',
  'head',
  'deputy',
  'clerk',
  'coordinator',
  'appraiser',
  'leader',
  'administrator',
];

export interface Attacker {
  name: string;
  standing: Standing;
  post: Post;
  client: TestClient;
}

const insertEverybody = `
  insert into person (username, full_name, password_hash)
  select 'tan-cong.' || s.standing || '.' || p.post, 'Người thử ' || s.standing || ' ' || p.post,
         (select password_hash from person where username = 'ttt')
  from jsonb_to_recordset($1) s(standing text, unit text) cross join unnest($2::text[]) p(post)`;

const insertPosts = `
  insert into post_holding (person_id, unit_id, post)
  select person.id, s.unit, p.post
  from jsonb_to_recordset($1) s(standing text, unit text) cross join unnest($2::text[]) p(post)
  join person on person.username = 'tan-cong.' || s.standing || '.' || p.post`;

/** One person in every post of every unit that can stand to the work in some way. */
export async function seatAttackers(api: TestApi): Promise<Attacker[]> {
  const places = JSON.stringify(standings.map((standing) => ({ standing, unit: units[standing] })));
  await api.query(insertEverybody, [places, posts]);
  await api.query(insertPosts, [places, posts]);
  const attackers: Attacker[] = [];
  for (const standing of standings) {
    for (const post of posts) {
      const name = `tan-cong.${standing}.${post}`.toLowerCase();
      attackers.push({ name, standing, post, client: await api.as(name) });
    }
  }
  return attackers;
}

/** Runs many small things, some at a time. */
export async function inBatches<Item>(items: readonly Item[], size: number, work: (item: Item) => Promise<void>) {
  for (let start = 0; start < items.length; start += size) {
    await Promise.all(items.slice(start, start + size).map(work));
  }
}

/** Refusals in the security log so far. */
export async function countRefused(api: TestApi): Promise<number> {
  const [row] = await api.query<{ n: number }>(`select count(*)::int as n from security_event where kind = 'refused'`);
  return row?.n ?? 0;
}
