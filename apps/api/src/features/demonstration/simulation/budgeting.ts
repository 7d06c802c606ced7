import { leadershipKey } from '@phancong/units';
import type { BudgetLine, IsoDate } from '@phancong/contracts';

import { headOf, moveDeed, officerOf, type Deed, type Place } from './deed.js';
import type { World } from './world.js';

const PLANNING = 'vkhdt';
const FINANCE = 'vtckt';
const office = (province: string) => `${province}-truoc-2025-07`;

const line = (
  content: string,
  unitOfMeasure: string,
  quantity: number,
  unitPriceVnd: number,
  beneficiaryUnitId: string,
): BudgetLine => ({
  content,
  unitOfMeasure,
  quantity,
  unitPriceVnd: String(unitPriceVnd),
  amountVnd: String(quantity * unitPriceVnd),
  beneficiaryUnitId,
});

/** Estimates of the centre, one at each stage of their way. */
export function planBudgeting(world: World, centreId: string): Deed[] {
  const centre = officerOf(centreId);
  const begin = (day: IsoDate, born: string, ref: string, purpose: string): Deed => ({
    kind: 'start',
    day,
    by: centre,
    born,
    request: {
      flow: 'budget',
      itemId: world.itemIds[ref] ?? '',
      toUnitId: leadershipKey,
      input: { purpose, appraiserUnitIds: [PLANNING, FINANCE], payerUnitId: FINANCE },
    },
  });
  const estimate = (day: IsoDate, born: string, lines: BudgetLine[]): Deed => ({
    kind: 'estimate',
    day,
    by: centre,
    on: { born },
    lines,
  });
  const part = (budget: string, unitId: string): Place[] => [{ partOf: budget, unitId }];
  const submit = (day: IsoDate, born: string) => moveDeed(day, centre, 'submit', [{ born }]);
  const pass = (day: IsoDate, born: string, unitId: string, opinion: string) =>
    moveDeed(day, officerOf(unitId), 'pass', part(born, unitId), { opinion });

  const settled = 'budget training';
  const paid: [string, number][] = [
    ['hai-phong', 1],
    ['da-nang', 2],
    ['can-tho', 3],
  ];
  const returned = 'budget conferences';
  const waiting = 'budget programmes';
  const appraised = 'budget products';
  const transferring = 'budget campaign';
  const drafted = 'budget leaflets';
  return [
    begin('2025-02-12', settled, 'I.1.1', 'Kinh phí tổ chức 3 hội nghị tập huấn nghiệp vụ truyền thông theo cụm'),
    estimate('2025-02-13', settled, [
      line('Tổ chức hội nghị cụm miền Bắc', 'hội nghị', 1, 185_000_000, office('hai-phong')),
      line('Tổ chức hội nghị cụm miền Trung', 'hội nghị', 1, 178_000_000, office('da-nang')),
      line('Tổ chức hội nghị cụm miền Nam', 'hội nghị', 1, 182_000_000, office('can-tho')),
    ]),
    submit('2025-02-14', settled),
    pass('2025-02-18', settled, PLANNING, 'Phù hợp kế hoạch công tác năm 2025.'),
    pass('2025-02-19', settled, FINANCE, 'Đúng định mức, đủ nguồn; đồng ý.'),
    { ...moveDeed('2025-02-24', headOf(leadershipKey), 'approve', [{ born: settled }]) },
    ...paid.flatMap(([province, number]) => {
      const unitId = office(province);
      const order = { orderNumber: `UNC-2025-00${number}`, on: '2025-02-27' };
      return [
        moveDeed('2025-02-27', officerOf(FINANCE), 'transfer', part(settled, unitId), order),
        moveDeed('2025-03-04', officerOf(unitId), 'confirmReceipt', part(settled, unitId), { on: '2025-03-03' }),
      ];
    }),

    begin('2025-04-22', returned, 'I.1.2', 'Hỗ trợ hội nghị đối thoại tại doanh nghiệp quý II/2025'),
    estimate('2025-04-23', returned, [
      line('Hỗ trợ hội nghị đối thoại tại doanh nghiệp', 'cuộc', 12, 9_500_000, office('bac-giang')),
      line('Hỗ trợ hội nghị đối thoại tại doanh nghiệp', 'cuộc', 12, 9_500_000, office('thai-nguyen')),
      line('Hỗ trợ hội nghị đối thoại tại doanh nghiệp', 'cuộc', 12, 9_500_000, office('binh-duong')),
    ]),
    submit('2025-04-24', returned),
    pass('2025-04-28', returned, PLANNING, 'Thống nhất quy mô.'),
    moveDeed('2025-05-06', officerOf(FINANCE), 'return', part(returned, FINANCE), {
      reason: 'Đơn giá 9,5 triệu đồng/cuộc vượt định mức 8 triệu đồng; đề nghị tính lại theo quy chế chi tiêu nội bộ.',
    }),
    estimate('2025-05-12', returned, [
      line('Hỗ trợ hội nghị đối thoại tại doanh nghiệp', 'cuộc', 10, 8_000_000, office('bac-giang')),
      line('Hỗ trợ hội nghị đối thoại tại doanh nghiệp', 'cuộc', 10, 8_000_000, office('thai-nguyen')),
      line('Hỗ trợ hội nghị đối thoại tại doanh nghiệp', 'cuộc', 12, 8_000_000, office('binh-duong')),
    ]),
    submit('2025-05-14', returned),
    pass('2025-05-19', returned, PLANNING, 'Đã điều chỉnh theo góp ý, đồng ý.'),

    begin('2025-05-05', waiting, 'I.3.4', 'Sản xuất 4 chương trình tọa đàm trực tuyến về BHXH toàn dân'),
    estimate('2025-05-06', waiting, [
      line('Sản xuất chương trình tọa đàm', 'chương trình', 4, 65_000_000, centreId),
      line('Chi phí khách mời, biên tập', 'chương trình', 4, 12_000_000, centreId),
    ]),
    submit('2025-05-07', waiting),
    pass('2025-05-12', waiting, FINANCE, 'Đúng định mức, đồng ý.'),
    pass('2025-05-15', waiting, PLANNING, 'Phù hợp kế hoạch; đồng ý.'),

    begin('2025-04-21', transferring, 'II.1', 'Hỗ trợ lễ ra quân hưởng ứng Tháng vận động triển khai BHXH toàn dân'),
    estimate('2025-04-21', transferring, [
      line('Hỗ trợ lễ ra quân cấp tỉnh', 'lễ ra quân', 1, 45_000_000, office('ha-noi')),
      line('Hỗ trợ lễ ra quân cấp tỉnh', 'lễ ra quân', 1, 38_000_000, office('lao-cai')),
      line('Hỗ trợ lễ ra quân cấp tỉnh', 'lễ ra quân', 1, 40_000_000, office('can-tho')),
    ]),
    submit('2025-04-22', transferring),
    pass('2025-04-24', transferring, PLANNING, 'Phù hợp kế hoạch; đồng ý.'),
    pass('2025-04-28', transferring, FINANCE, 'Đúng định mức; đồng ý.'),
    moveDeed('2025-05-12', headOf(leadershipKey), 'approve', [{ born: transferring }]),
    moveDeed('2025-05-14', officerOf(FINANCE), 'transfer', part(transferring, office('lao-cai')), {
      orderNumber: 'UNC-2025-021',
      on: '2025-05-14',
    }),
    moveDeed('2025-05-16', officerOf(office('lao-cai')), 'confirmReceipt', part(transferring, office('lao-cai')), {
      on: '2025-05-15',
    }),
    moveDeed('2025-05-19', officerOf(FINANCE), 'transfer', part(transferring, office('can-tho')), {
      orderNumber: 'UNC-2025-023',
      on: '2025-05-19',
    }),

    begin('2025-05-15', appraised, 'I.5.2', 'Sản xuất 6 motion graphic về điểm mới của Luật BHXH năm 2024'),
    estimate('2025-05-16', appraised, [
      line('Kịch bản và dựng motion graphic', 'sản phẩm', 6, 14_500_000, centreId),
      line('Lồng tiếng, phụ đề', 'sản phẩm', 6, 2_200_000, centreId),
    ]),
    submit('2025-05-19', appraised),

    begin('2025-05-16', drafted, 'I.5.1.a', 'Thiết kế và in tờ gấp “Những điều cần biết về BHYT HSSV” năm học mới'),
    estimate('2025-05-19', drafted, [
      line('Thiết kế market tờ gấp', 'market', 2, 6_500_000, centreId),
      line('In tờ gấp', 'tờ', 60_000, 950, centreId),
    ]),
  ];
}
