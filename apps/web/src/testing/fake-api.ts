import type { Clock, InboxSummary, InstanceLine, PlanNames, Welcome } from '@phancong/contracts';
import { flows, legendOf } from '@phancong/workflows';

import {
  bacGiang,
  centre,
  fakeActor,
  fakeLine,
  fakeBundle,
  fakePage,
  fakeSession,
  fakeToday,
  idOf,
} from './fake-office.js';

export interface FakeRequest {
  method: string;
  /** Below /api, without the query. */
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export interface FakeAnswer {
  status: number;
  body: unknown;
}

const flowsOfLines = ['task', 'task', 'checkpoint', 'task', 'coordination', 'handoff'] as const;
const lines: InstanceLine[] = Array.from({ length: 2400 }, (_, number) =>
  fakeLine(number, {
    flow: flowsOfLines[number % flowsOfLines.length] ?? 'task',
    ...(number < 140 ? { dueOn: nearDay(number) } : { dueOn: null }),
  }),
);

function nearDay(number: number): string {
  const day = new Date(Date.parse(`${fakeToday}T00:00:00Z`) + (Math.floor(number / 5) - 2) * 86_400_000 * 1.6);
  return day.toISOString().slice(0, 10);
}

const pageOf = <Item>(items: readonly Item[], query: URLSearchParams) => {
  const start = Number(query.get('after') ?? 0);
  const end = start + Number(query.get('limit') ?? 50);
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null };
};

const filtered = (query: URLSearchParams) =>
  lines.filter(
    (line) =>
      (!query.get('flow') || line.flow === query.get('flow')) &&
      (!query.get('state') || line.state === query.get('state')) &&
      (!query.get('timeliness') || line.timeliness === query.get('timeliness')),
  );

const summary = (): InboxSummary => ({
  mine: lines.length,
  mineOverdue: lines.filter((line) => line.timeliness === 'openOverdue').length,
  mineDueSoon: lines.filter((line) => line.timeliness === 'openDueSoon').length,
  toAcknowledge: lines.filter((line) => line.state === 'assigned').length,
  waiting: 14,
  unreadNotices: 3,
  byFlow: (['task', 'checkpoint', 'coordination', 'handoff'] as const).map((flow) => ({
    flow,
    mine: lines.filter((line) => line.flow === flow).length,
  })),
  tasks: { total: 96, doneOnTime: 31, doneLate: 3, openInTime: 48, openOverdue: 4, standing: 9, cancelled: 1 },
  onTimeRate: '89.47',
});

const clock: Clock = { today: fakeToday, kind: 'demonstration' };
const welcome: Welcome = {
  demonstration: {
    password: 'phancong',
    accounts: [
      { username: 'ttt.head', personName: 'Dương Ngọc Ánh', unitId: centre.id, unitName: centre.name, post: 'head' },
      { username: 'ttt', personName: 'Lê Minh Quân', unitId: centre.id, unitName: centre.name, post: 'officer' },
      {
        username: 'bacgiang',
        personName: fakeActor.personName,
        unitId: bacGiang.id,
        unitName: bacGiang.name,
        post: 'officer',
      },
      {
        username: 'cntt',
        personName: 'Phạm Đức Long',
        unitId: 'cntt',
        unitName: 'Trung tâm Công nghệ thông tin',
        post: 'officer',
      },
    ],
  },
  setupNeeded: false,
  identityServer: null,
  today: fakeToday,
};

/**
 * An office in memory behind the same addresses as the API, for the unit tests of screens and for looking at them
 * without a server. It keeps nothing between calls and is never part of the built product.
 */
export function answerFake({ method, path, query, body }: FakeRequest): FakeAnswer {
  const one = /^\/instances\/([^/]+)$/.exec(path)?.[1];
  if (method === 'GET' && one) {
    const line = lines.find(({ id }) => id === one) ?? fakeLine(1, { id: one });
    return { status: 200, body: fakePage(line) };
  }
  if (method === 'GET' && /^\/plans\/[^/]+\/names$/.test(path)) return { status: 200, body: fakeNames(query) };
  switch (`${method} ${path}`) {
    case 'GET /session':
    case 'POST /session':
      return { status: 200, body: fakeSession };
    case 'GET /welcome':
      return { status: 200, body: welcome };
    case 'GET /flows':
      return { status: 200, body: { items: Object.values(flows).map(legendOf) } };
    case 'GET /clock':
      return { status: 200, body: clock };
    case 'GET /inbox/summary':
      return { status: 200, body: summary() };
    case 'GET /inbox':
    case 'GET /instances':
      return { status: 200, body: pageOf(filtered(query), query) };
    case 'GET /notices':
      return {
        status: 200,
        body: {
          ...pageOf(
            Array.from({ length: 12 }, (_, number) => fakeBundle(number + 1)),
            query,
          ),
          unread: 3,
        },
      };
    case 'POST /moves/stream':
      return { status: 200, body: { answer: answerBulk(body) } };
    case 'POST /moves/preview':
      return { status: 200, body: { allowed: answerBulk(body).moved.map(({ id }) => id), refused: [] } };
    default:
      return { status: 404, body: notFound };
  }
}

/** "BHXH tỉnh" was more offices before July 2025 than after. */
function fakeNames(query: URLSearchParams): PlanNames {
  const day = query.get('day') ?? fakeToday;
  const offices = ['BHXH tỉnh Bắc Giang', 'BHXH tỉnh Bắc Ninh'].slice(day < '2025-07-01' ? 0 : 1);
  return {
    day,
    names: [
      {
        name: 'BHXH tỉnh',
        refs: ['I.1.2'],
        kind: 'class',
        settled: false,
        members: ['BHXH tỉnh Cao Bằng', ...offices].map((name) => ({ id: name, name })),
        registry: ['BHXH tỉnh Cao Bằng', ...offices].map((name) => ({ id: name, name })),
        why: null,
      },
      {
        name: 'Các đơn vị liên quan',
        refs: ['I.1.2', 'I.3'],
        kind: 'nobody',
        settled: false,
        members: [],
        registry: [],
        why: { vi: 'Văn bản chưa nêu tên đơn vị cụ thể.', en: 'The document names no unit.' },
      },
    ],
  };
}

function answerBulk(body: unknown) {
  const { instances } = body as { instances: { id: string; expectedVersion: number }[] };
  const moved = instances.map(({ id, expectedVersion }) => ({
    id,
    flow: 'task',
    state: 'acknowledged',
    version: expectedVersion + 1,
    holderUnitId: bacGiang.id,
  }));
  return { moved, refused: [] };
}

const notFound = {
  code: 'NOT_FOUND',
  message: { vi: 'Không tìm thấy, hoặc đơn vị của bạn không được xem.', en: 'Not found, or not visible to your unit.' },
  details: {},
  requestId: idOf(1),
};
