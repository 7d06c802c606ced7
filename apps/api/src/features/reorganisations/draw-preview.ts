import type {
  FlowId,
  IsoDate,
  Passage,
  PostPassage,
  QuotaMeeting,
  Unit,
  WorkOfFlows,
  Words,
} from '@phancong/contracts';

import type { DecidedPassage } from './decide-passages.js';
import type { PostRow, QuotaRow } from './reorganisations.repository.js';

const refOf = (unit: Unit) => ({ id: unit.id, name: unit.shortName });

/** One line for each ended unit, with what it holds. */
export function linePassages(
  passages: readonly DecidedPassage[],
  held: {
    work: readonly { unit_id: string; flow: FlowId; open: number; frozen: number }[];
    posts: readonly PostRow[];
    money: ReadonlyMap<string, string>;
  },
): Passage[] {
  return passages.map(({ from, to, heirs }) => {
    const work: WorkOfFlows = {};
    let frozen = 0;
    for (const row of held.work) {
      if (row.unit_id !== from.id) continue;
      if (row.open > 0) work[row.flow] = row.open;
      frozen += row.frozen;
    }
    return {
      from: refOf(from),
      to: to && refOf(to),
      heirs: heirs.map(refOf),
      work,
      frozen,
      people: held.posts.filter((post) => post.unit_id === from.id).length,
      beneficiaryVnd: held.money.get(from.id) ?? '0',
    };
  });
}

const sum = (numbers: readonly (number | null)[]) =>
  numbers.every((number) => number === null) ? null : numbers.reduce<number>((all, number) => all + (number ?? 0), 0);

/** Targets that meet at one successor: of the same plan row and words, from at least two sources. They add up. */
export function meetQuotas(passages: readonly DecidedPassage[], rows: readonly QuotaRow[]): QuotaMeeting[] {
  const passageOf = new Map(passages.map((passage) => [passage.from.id, passage]));
  const groups = new Map<string, { to: Unit; rows: QuotaRow[] }>();
  for (const row of rows) {
    const to = passageOf.get(row.unit_id)?.to;
    if (!to) continue;
    const key = JSON.stringify([to.id, row.plan_id, row.ref, row.metric, row.unit, row.period]);
    const group = groups.get(key) ?? { to, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ to, rows: met }) => {
    const [first] = met;
    if (!first || new Set(met.map((row) => row.unit_id)).size < 2) return [];
    return [
      {
        to: refOf(to),
        planId: first.plan_id,
        ref: first.ref,
        metric: first.metric,
        unit: first.unit,
        period: first.period,
        parts: met.flatMap(({ unit_id, min, max, counted }) => {
          const from = passageOf.get(unit_id)?.from;
          return from ? [{ from: refOf(from), min, max, counted }] : [];
        }),
        sumMin: sum(met.map((row) => row.min)),
        sumMax: sum(met.map((row) => row.max)),
        counted: met.reduce((all, row) => all + row.counted, 0),
      },
    ];
  });
}

const remarks = {
  nobody: {
    vi: 'Chưa có đơn vị kế thừa: chức vụ giữ nguyên cho đến khi có quyết định.',
    en: 'Nobody takes the unit over: the post stays until that is decided.',
  },
  secondHead: {
    vi: 'Đơn vị kế thừa sẽ có hơn một người đứng đầu: chọn chức vụ nào kết thúc.',
    en: 'The successor would have more than one head: choose which post ends.',
  },
} satisfies Record<string, Words>;

/** Who goes where. Two heads of one successor are pointed out, never chosen between. */
export function passPosts(
  passages: readonly DecidedPassage[],
  posts: readonly PostRow[],
  headed: ReadonlySet<string>,
): PostPassage[] {
  const passageOf = new Map(passages.map((passage) => [passage.from.id, passage]));
  const headsOf = new Map<string, number>([...headed].map((id) => [id, 1]));
  for (const { unit_id, post } of posts) {
    const to = passageOf.get(unit_id)?.to;
    if (to && post === 'head') headsOf.set(to.id, (headsOf.get(to.id) ?? 0) + 1);
  }
  return posts.flatMap((post) => {
    const passage = passageOf.get(post.unit_id);
    if (!passage) return [];
    const { from, to } = passage;
    const second = to !== null && post.post === 'head' && (headsOf.get(to.id) ?? 0) > 1;
    return [
      {
        postHoldingId: post.id,
        personName: post.full_name,
        post: post.post,
        from: refOf(from),
        to: to && refOf(to),
        remark: to === null ? remarks.nobody : second ? remarks.secondHead : null,
      },
    ];
  });
}

const dayWords = (day: IsoDate) => day.split('-').toReversed().join('/');

/** Why a reorganisation cannot be applied now; empty when it can. */
export function obstaclesOf(
  { on, today, ended }: { on: IsoDate; today: IsoDate; ended: number },
  passages: readonly Passage[],
): Words[] {
  if (ended === 0) {
    return [
      {
        vi: `Danh mục không có đơn vị nào kết thúc trước ngày ${dayWords(on)}. Hãy chọn ngày khác hoặc cập nhật danh mục.`,
        en: `No unit of the registry ends on the eve of ${on}. Choose another day or bring the registry up to date.`,
      },
    ];
  }
  const obstacles: Words[] = [];
  if (today < on) {
    obstacles.push({
      vi: `Chưa đến ngày ${dayWords(on)}: có thể xem trước, chưa áp dụng được.`,
      en: `It is not yet ${on}: the preview may be looked at, applying has to wait.`,
    });
  }
  const waiting = passages.filter(({ to, work }) => to === null && Object.keys(work).length > 0);
  for (const { from, heirs } of waiting) {
    obstacles.push({
      vi: `${from.name} có ${heirs.length > 0 ? 'nhiều đơn vị kế thừa' : 'công việc mà chưa có đơn vị kế thừa'}: hãy chọn đơn vị nhận.`,
      en: `${from.name} has ${heirs.length > 0 ? 'several successors' : 'open work and no successor'}: choose who takes over.`,
    });
  }
  return obstacles;
}
