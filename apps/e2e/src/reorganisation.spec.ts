import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { openHouse } from './harness/house.js';

const house = openHouse({ name: 'reorganisation' });
const bacGiang = 'bac-giang-truoc-2025-07';
const screens = [
  { path: '/don-vi', whole: 'Bảo hiểm xã hội tỉnh Bắc Giang' },
  { path: '/don-vi/ghi-nhan', whole: 'Văn bản làm căn cứ' },
  { path: `/don-vi/${bacGiang}`, whole: 'Quá trình sắp xếp' },
  { path: '/sap-xep', whole: '63 đơn vị kết thúc, 34 đơn vị kế thừa' },
  { path: '/sap-xep/2025-07-01', whole: 'Ai nhận việc của ai' },
  { path: '/sap-xep/2025-03-01', whole: 'Chưa có đơn vị nhận' },
];
const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

describe('1 July 2025', () => {
  for (const { where, ...size } of sights) {
    house.story(
      `can be looked at by everybody who leads, ${where}`,
      async () => {
        const leader = await house.signInAnew('lanhdao', { ...size, colorScheme: 'light' });
        const barriers: string[] = [];
        for (const { path, whole } of screens) {
          await leader.open(path);
          await leader.sees(whole);
          barriers.push(...(await findBarriers(leader.page)).map((barrier) => `${path} ${barrier}`));
          if (await leader.isWiderThanItsWindow()) barriers.push(`${path} scrolls sideways`);
        }
        expect(barriers).toEqual([]);
      },
      120_000,
    );
  }

  house.story('is not to be applied before its day, and not by a province', async () => {
    const leader = await house.signIn('lanhdao');
    await leader.open('/sap-xep/2025-07-01');
    await leader.sees('Chưa đến ngày 01/07/2025: có thể xem trước, chưa áp dụng được.');
    expect(await leader.page.getByRole('button', { name: 'Áp dụng sắp xếp' }).isDisabled()).toBe(true);
    const province = await house.signIn('bac-giang');
    await province.open('/don-vi');
    await province.sees('Bảo hiểm xã hội tỉnh Bắc Giang');
    expect(await province.page.getByRole('link', { name: 'Sắp xếp đơn vị' }).count()).toBe(0);
  });

  house.story(
    'moves the work of 63 offices to 34 at one press, and nothing is lost',
    async () => {
      await house.query(`update demonstration_clock set today = '2025-07-01'`);
      const leader = await house.signInAnew('lanhdao');
      await leader.open('/sap-xep/2025-07-01');
      await leader.sees('Chỉ tiêu cộng lại ở đơn vị kế thừa');
      await leader.type('Văn bản làm căn cứ', 'Nghị quyết 202/2025/QH15');
      await leader.press('Áp dụng sắp xếp');
      await leader.dialog('Áp dụng sắp xếp').press('Áp dụng');
      await leader.sees('Đã áp dụng ngày 1/7/2025');
      const [left] = await house.query<{ n: number }>(
        `select count(*)::int as n from instance i join unit u on u.id = i.to_unit_id
         where i.phase = 'open' and u.valid_to = '2025-06-30'`,
      );
      expect(left?.n).toBe(0);
    },
    60_000,
  );

  house.story('leaves each piece of work with the name of the office it was given to', async () => {
    const office = await house.signInAnew('bac-giang');
    await office.sees('trước sắp xếp: BHXH tỉnh Bắc Giang');
  });

  house.story('still shows the old office in the figures of the eve', async () => {
    const leader = await house.signInAnew('lanhdao');
    await leader.open(`/don-vi/${bacGiang}?asOf=2025-06-30`);
    await leader.sees('Quá trình sắp xếp');
    const eve = await leader.page.getByRole('region', { name: 'Nhiệm vụ chủ trì' }).innerText();
    expect(eve).toContain('26');
  });

  describe('an office that is split afterwards', () => {
    const caoBang = 'cao-bang-tu-2025-07';
    const founded = (id: string, name: string) => ({
      on: '2025-07-02',
      change: {
        kind: 'founded',
        unit: { id, name, shortName: name, kind: 'provincialOffice', parentId: 'bhxh-vn' },
      },
    });

    for (const { where, ...size } of sights) {
      house.story(
        `shows how its quotas would be shared, equally or by a number typed, ${where}`,
        async () => {
          await house.query(`update demonstration_clock set today = '2025-07-02'`);
          const leader = await house.signInAnew('lanhdao', { ...size, colorScheme: 'light' });
          const [known] = await house.query(`select id from unit_event where change->>'unitId' = '${caoBang}'`);
          if (!known) {
            const events = [
              founded('cao-bang-dong', 'BHXH Cao Bằng miền Đông'),
              founded('cao-bang-tay', 'BHXH Cao Bằng miền Tây'),
              {
                on: '2025-07-02',
                change: { kind: 'split', unitId: caoBang, intoIds: ['cao-bang-dong', 'cao-bang-tay'] },
              },
            ];
            expect((await leader.request('POST', '/registry/events', { events })).status).toBe(200);
          }
          await leader.open('/sap-xep/2025-07-02');
          await leader.sees('Chưa có đơn vị nhận');
          const receiver = leader.page.getByRole('combobox', { name: /^Đơn vị nhận việc của BHXH tỉnh Cao Bằng/ });
          await receiver.click();
          await leader.page.getByRole('option', { name: /miền Đông/ }).click();
          await leader.page.getByText('Chia đều', { exact: true }).click();
          await leader.sees('Chỉ tiêu chia lại cho các đơn vị kế thừa');
          await leader.sees(/miền Đông: 5-6 \+ .*miền Tây: 5-6/);
          await leader.page.getByText('Theo số nhập', { exact: true }).click();
          await leader.page.getByRole('textbox', { name: /miền Đông/ }).fill('7');
          await leader.page.getByRole('textbox', { name: /miền Tây/ }).fill('5');
          await leader.sees(/miền Đông: 6-7 \+ .*miền Tây: 4-5/);
          expect(await findBarriers(leader.page)).toEqual([]);
          expect(await leader.isWiderThanItsWindow()).toBe(false);
          if (process.env['PHANCONG_PICTURES']) await leader.photograph(`split ${where}`);
          await leader.leave();
        },
        60_000,
      );
    }

    house.story('keeps the sums when it is applied, and the second office gets its own task', async () => {
      const leader = await house.signInAnew('lanhdao');
      const owed = () =>
        house.query<{ low: number; high: number }>(
          `select sum(t.min)::float as low, sum(t.max)::float as high from target t where t.unit not like '%\\%%'`,
        );
      const before = await owed();
      await leader.open('/sap-xep/2025-07-02');
      await leader.page.getByRole('combobox', { name: /^Đơn vị nhận việc của BHXH tỉnh Cao Bằng/ }).click();
      await leader.page.getByRole('option', { name: /miền Đông/ }).click();
      await leader.page.getByText('Chia đều', { exact: true }).click();
      await leader.sees('Chỉ tiêu chia lại cho các đơn vị kế thừa');
      await leader.press('Áp dụng sắp xếp');
      await leader.dialog('Áp dụng sắp xếp').press('Áp dụng');
      await leader.sees('Đã áp dụng ngày 2/7/2025');
      expect(await owed()).toEqual(before);
      const tasks = await house.query(
        `select to_unit_id from instance where flow = 'task' and to_unit_id = 'cao-bang-tay' and origin_unit_id = '${caoBang}'`,
      );
      expect(tasks.length).toBeGreaterThan(0);
    });
  });
});
