import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PlanMatrix,
  type MatrixCell,
  type PlanPage,
  type PlanRow,
  type PlanRowPage,
  type PlanRows,
  type Session,
  type StatusCounts,
} from '@phancong/contracts';

import { prepareActivePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { Caller } from '../people/request-actor.js';
import { readWorkbook } from '../units/workbook.js';
import { noCounts } from '../statuses/status-counts.js';
import { PlanWorkbookService } from './plan-workbook.service.js';

describe('the plan of 2025 as a living table', () => {
  let api: TestApi;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan board' });
    planId = await prepareActivePlan(api);
  }, 60_000);
  afterAll(() => api.close());

  const get = async <Body>(username: string, path: string) =>
    (await (await api.as(username)).get<Body>(`/plans/${planId}${path}`)).body;
  const rowsOf = async (username: string, query = '') => get<PlanRows>(username, `/rows${query}`);
  const rowOf = (rows: PlanRow[], ref: string, kind = 'item') => {
    const found = rows.find((row) => row.ref === ref && row.kind === kind);
    if (!found) throw new Error(`no row ${ref}`);
    return found;
  };

  it('shows headings and rows in the order of the document', async () => {
    const { items, next } = await rowsOf('ttt');
    expect(next).toBeNull();
    const refs = items.map((row) => row.ref);
    expect(refs.indexOf('I')).toBe(0);
    expect(refs.indexOf('II.1')).toBeGreaterThan(refs.lastIndexOf('I.6'));
    expect(items.filter((row) => row.kind === 'item')).toHaveLength(22);
    expect(rowOf(items, 'I', 'heading')).toMatchObject({ counts: null, itemId: null });
  });

  it('gives the same rows page by page', async () => {
    const whole = (await rowsOf('ttt')).items;
    const paged: PlanRow[] = [];
    let next: string | null = null;
    do {
      const page: PlanRows = await rowsOf('ttt', `?limit=7${next === null ? '' : `&after=${next}`}`);
      expect(page.items.length).toBeLessThanOrEqual(7);
      paged.push(...page.items);
      next = page.next;
    } while (next !== null);
    expect(paged).toEqual(whole);
  });

  it('goes out as a workbook with the numbers that one may see', async () => {
    const callerOf = async (username: string): Promise<Caller> => {
      const { body } = await (await api.as(username)).get<Session>('/session');
      return { ...({} as Caller), actor: body.actor, today: '2025-01-15' };
    };
    const tableOf = async (username: string) => {
      const { bytes } = await api.app.get(PlanWorkbookService).write(await callerOf(username), planId);
      return readWorkbook(bytes) ?? [];
    };
    const rowOfTable = (table: string[][]) => {
      const [, headers = []] = table;
      const cells = table.find(([ref]) => ref === 'II.1') ?? [];
      return Object.fromEntries(headers.map((header, at) => [header, cells[at]]));
    };
    const table = await tableOf('ttt');
    expect(table[0]?.[0]).toBe('Phụ lục II - Hình thức truyền thông năm 2025');
    expect(rowOfTable(table)).toMatchObject({
      'Hình thức, nội dung': 'Truyền thông cao điểm theo chủ đề',
      'Đơn vị tính': 'Đợt',
      Tổng: String(7 * 64),
      'Trong hạn': String(7 * 64),
    });
    expect(rowOfTable(await tableOf('bacgiang'))).toMatchObject({ Tổng: '7', 'Trong hạn': '7' });
  });

  it('counts every task for the owner and its own for a province', async () => {
    const owner = rowOf((await rowsOf('ttt')).items, 'II.1');
    expect(owner.counts).toMatchObject({ total: 7 * 64, openInTime: 7 * 64, openOverdue: 0 });
    const province = (await rowsOf('bacgiang')).items;
    expect(rowOf(province, 'II.1').counts?.total).toBe(7);
    expect(rowOf(province, 'I.1.1').counts?.total).toBe(0);
    expect(rowOf(province, 'II.2').counts).toMatchObject({ total: 1, standing: 1 });
  });

  it('tells the next day on which something falls due: the first quarterly report', async () => {
    const rows = (await rowsOf('bacgiang')).items;
    expect(rowOf(rows, 'I.1.2').nextDueOn).toBe('2025-03-31');
    expect(rowOf(rows, 'II.1').nextDueOn).toBe('2025-02-28');
    expect(rowOf(rows, 'II.2').nextDueOn).toBeNull();
  });

  it('turns what is late late, without anything being written', async () => {
    await api.setToday('2025-03-01');
    const { counts, nextDueOn } = rowOf((await rowsOf('ttt')).items, 'II.1');
    expect(counts).toMatchObject({ openOverdue: 64, openInTime: 6 * 64 });
    expect(nextDueOn).toBe('2025-05-31');
    const { body } = await (await api.as('bacgiang')).get<PlanPage>(`/plans/${planId}`);
    expect(body.counts).toMatchObject({ total: 26, openOverdue: 1 });
    await api.setToday('2025-01-15');
  });

  it('sums the quota of a row over the 63 offices, and shows a share as a share', async () => {
    const { itemId } = rowOf((await rowsOf('ttt')).items, 'I.1.2');
    const page = await get<PlanRowPage>('ttt', `/rows/${itemId}`);
    const [conferences, share] = page.targets;
    expect(conferences).toMatchObject({ tasks: 63, min: 630, max: 756, counted: 0, unit: 'cuộc' });
    expect(share).toMatchObject({ tasks: 63, min: 15, max: 20 });
    expect(page).toMatchObject({ mayStartBudget: true, mayOfferHandoff: true, budgets: [] });
    expect(page.source.map((line) => line.line)).toContain(12);
    const province = await get<PlanRowPage>('bacgiang', `/rows/${itemId}`);
    expect(province.targets[0]).toMatchObject({ tasks: 1, min: 10, max: 12 });
    expect(province).toMatchObject({ mayStartBudget: false, mayOfferHandoff: true });
  });

  it('counts evidence towards the quota, and not when it was withdrawn', async () => {
    const { itemId } = rowOf((await rowsOf('ttt')).items, 'I.1.2');
    const insert = `
      insert into evidence (task_id, instance_id, target_id, kind, title, happened_on, quantity, person_id, unit_id, post, withdrawn_at)
      select t.task_id, t.task_id, t.id, 'conference', 'Hội nghị', '2025-01-10', $2, h.person_id, i.to_unit_id, 'officer', $3
      from target t join instance i on i.id = t.task_id cross join (select person_id from post_holding limit 1) h
      where i.item_id = $1 and t.position = 0 limit 2`;
    await api.query(insert, [itemId, 1, null]);
    await api.query(insert, [itemId, 5, '2025-01-11']);
    expect((await get<PlanRowPage>('ttt', `/rows/${itemId}`)).targets[0]?.counted).toBe(2);
  });

  it('opens into units by rows, centres first', async () => {
    const matrix = await get<PlanMatrix>('ttt', '/matrix');
    expect(matrix.rows).toHaveLength(22);
    expect(matrix.units).toHaveLength(66);
    expect(
      matrix.units
        .slice(0, 3)
        .map((unit) => unit.id)
        .sort(),
    ).toEqual(['ttcntt', 'ttcskh', 'ttt']);
    const sizes = matrix.rows.flatMap((row) => row.cells.flatMap((cell) => Object.values(cell.tasks)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1660);
    const own = await get<PlanMatrix>('bacgiang', '/matrix?limit=5');
    expect(own.units.map((unit) => unit.id)).toEqual(['bac-giang-truoc-2025-07']);
    expect(own.rows).toHaveLength(5);
    expect(own.next).not.toBeNull();
  });

  it('says in the cells of a row what it says of the whole row, and leaves as the contract has it', async () => {
    await api.setToday('2025-04-02');
    const { items } = await rowsOf('ttt');
    const matrix = await get<PlanMatrix>('ttt', '/matrix');
    expect(PlanMatrix.parse(matrix)).toEqual(matrix);
    const sumOf = (cells: MatrixCell[], kind: 'tasks' | 'reports') => {
      const sum: StatusCounts = { ...noCounts() };
      for (const [box, number] of cells.flatMap((cell) => Object.entries(cell[kind]))) {
        sum[box as keyof StatusCounts] += number;
        sum.total += number;
      }
      return sum;
    };
    expect(matrix.rows).toHaveLength(22);
    for (const { itemId, cells } of matrix.rows) {
      const row = items.find((item) => item.itemId === itemId);
      expect({ tasks: sumOf(cells, 'tasks'), reports: sumOf(cells, 'reports') }).toEqual({
        tasks: row?.counts,
        reports: row?.reports,
      });
    }
    const overdue = matrix.rows.flatMap((row) => row.cells.filter((cell) => cell.reports.openOverdue));
    expect(overdue.length).toBeGreaterThan(60);
    await api.setToday('2025-01-15');
  });

  it('shows nothing to a unit without work in it, and refuses forged positions', async () => {
    const stranger = await api.as('ttt');
    expect((await stranger.get(`/plans/${planId}/rows?after=x`)).status).toBe(400);
    expect((await stranger.get(`/plans/${planId}/rows/0190a0a0-0000-7000-8000-000000000000`)).status).toBe(404);
    await api.query(`delete from post_holding where person_id = (select id from person where username = 'khdt')`);
    await api.query(
      `insert into post_holding (person_id, unit_id, post) select id, 'bcsxh25', 'officer' from person where username = 'khdt'`,
    );
    for (const path of ['/rows', '/workbook', '/matrix', '']) {
      expect((await (await api.as('khdt')).get(`/plans/${planId}${path}`)).status).toBe(404);
    }
  });
});
