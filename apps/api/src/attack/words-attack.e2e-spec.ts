import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { startTestApi, type TestApi } from '../testing/start-test-api.js';
import { inBatches } from './attack-office.js';

jest.setTimeout(600_000);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface Schema {
  $ref?: string;
  example?: Json;
}
interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: { in: string; name: string; schema?: { type?: string } }[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

/** What somebody types, pastes or sends who means harm, or whose keyboard does. */
const odd: Readonly<Record<string, string>> = {
  'nothing but blanks': ' \t\n ',
  'a byte that ends strings': 'Hội nghị\u0000',
  'half a character': 'Hội nghị \ud83d',
  'words that run backwards': 'Hội nghị\u202exfdp.exe',
  'letters without width': 'H\u200bộ\u200di\ufeff',
  'a hundred marks on one letter': `a${'\u0301'.repeat(100)}`,
  'a hundred thousand letters': 'ệ'.repeat(100_000),
  'a family of one glyph': '👨‍👩‍👧‍👦'.repeat(20),
  'a statement': `'); drop table person; --`,
  'a page': '<img src=x onerror=alert(1)>',
  'a path': '../../../../etc/passwd',
  'a formula': '=HYPERLINK("http://127.0.0.1","x")',
  'a key of every object': '__proto__',
};

/** Never ends, signs the sender out, or steps the day for everybody. */
const left = new Set(['GET /live', 'PUT /session/seat', 'POST /clock/step', 'POST /session', 'PUT /password']);

/** An own flow has hundreds of words, and each change of it is proved anew. */
const MOST_PLACES = 12;

/** The example with the text at one place after the other changed for `word`. */
function* withWord(example: Json, word: string): Generator<Json> {
  if (typeof example === 'string') yield word;
  if (Array.isArray(example)) {
    for (const [at, item] of example.entries()) {
      for (const changed of withWord(item, word)) yield example.with(at, changed);
    }
  } else if (example !== null && typeof example === 'object') {
    for (const [key, value] of Object.entries(example)) {
      for (const changed of withWord(value, word)) yield { ...example, [key]: changed };
    }
  }
}

describe('odd and over-long words in every field of every endpoint', () => {
  let api: TestApi;
  let document: OpenApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'attack with words' });
    document = (await api.anonymous.get<OpenApi>('/openapi.json')).body;
  }, 60_000);
  afterAll(() => api.close());

  const exampleOf = (schema: Schema | undefined): Json =>
    (schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? '']?.example : schema?.example) ?? {};

  const attacksWith = (word: string) =>
    Object.entries(document.paths).flatMap(([path, byMethod]) =>
      Object.entries(byMethod).flatMap(([method, operation]) => {
        const short = path.replace(/^\/api/, '');
        const name = `${method.toUpperCase()} ${short}`;
        if (left.has(name) || method === 'delete') return [];
        const known = short.replaceAll(/\{\w+\}/g, '01a1fc7f-45a6-7c08-b8cf-48dd904fd772');
        const inPath = short.includes('{')
          ? [{ url: short.replaceAll(/\{\w+\}/g, encodeURIComponent(word.toWellFormed().slice(0, 2000))) }]
          : [];
        const inQuery = (operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'query')
          .map((parameter) => ({
            url: `${known}?${parameter.name}=${encodeURIComponent(word.toWellFormed().slice(0, 2000))}`,
          }));
        const body = exampleOf(operation.requestBody?.content['application/json']?.schema);
        const inBody =
          method === 'get'
            ? []
            : [...withWord(body, word)].slice(0, MOST_PLACES).map((payload) => ({ url: known, payload }));
        return [...inPath, ...inQuery, ...inBody].map((request) => ({
          name,
          method: method.toUpperCase(),
          ...request,
        }));
      }),
    );

  it.each(Object.keys(odd))('%s: taken as a word or refused, and the server never fails', async (what) => {
    const word = odd[what] ?? '';
    const failed = new Set<string>();
    const attacks = attacksWith(word);
    expect(attacks.length).toBeGreaterThan(200);
    for (const username of ['lanhdao', 'quantri']) {
      const client = await api.as(username);
      await inBatches(attacks, 20, async ({ name, ...request }) => {
        const { status } = await client.send(request);
        if (status >= 500) failed.add(`${username}: ${name} → ${status}`);
      });
      // Not because nobody was let in.
      expect((await client.get('/session')).status).toBe(200);
    }
    expect([...failed]).toEqual([]);
    const [people] = await api.query<{ n: number }>('select count(*)::int as n from person');
    expect(people?.n).toBeGreaterThan(10);
  });
});
