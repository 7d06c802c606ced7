import type { IsoDate } from '@phancong/contracts';

import { cameBackLate } from './cast.js';
import { moveDeed, officerOf, type Deed, type Seat } from './deed.js';
import { daysLater, LAST_DAY } from './office-days.js';
import type { Chances } from './random.js';
import { pageOf } from './words/speak.js';
import type { World } from './world.js';

interface Offer {
  name: string;
  taskId: string;
  giver: Seat;
  receiver: Seat;
  product: string;
  note: string;
  link: string;
}

const offer = (day: IsoDate, { name, taskId, giver, receiver, product, note, link }: Offer): Deed => ({
  kind: 'start',
  day,
  by: giver,
  born: name,
  request: { flow: 'handoff', parentId: taskId, toUnitId: receiver.unitId, input: { product, note, link } },
});

/** Products of the centre that the IT centre publishes on VssID, one at every stage of the way. */
const forVssId: { product: string; steps: readonly [IsoDate, string, Record<string, unknown>?][] }[] = [
  {
    product: 'Infographic: 5 điểm mới của Luật BHXH năm 2024 về BHXH tự nguyện',
    steps: [
      ['2025-02-10', 'offer'],
      ['2025-02-11', 'accept'],
      ['2025-02-13', 'done'],
      ['2025-02-14', 'confirm'],
    ],
  },
  {
    product: 'Clip: Hướng dẫn tra cứu quá trình tham gia BHXH trên VssID',
    steps: [
      ['2025-03-03', 'offer'],
      ['2025-03-05', 'accept'],
      ['2025-03-10', 'done'],
      ['2025-03-12', 'confirm'],
    ],
  },
  {
    product: 'Banner: Giao diện chào mừng 30 năm ngày thành lập Ngành',
    steps: [
      ['2025-02-06', 'offer'],
      [
        '2025-02-07',
        'refuse',
        { reason: 'Kích thước ảnh 600 × 200 điểm, không đạt chuẩn màn hình chính; đề nghị gửi bản 1080 × 608.' },
      ],
      ['2025-02-10', 'offerAgain', { note: 'Đã gửi bản 1080 × 608 điểm, dung lượng dưới 500 KB.' }],
      ['2025-02-11', 'accept'],
      ['2025-02-12', 'done'],
      ['2025-02-13', 'confirm'],
    ],
  },
  {
    product: 'Bài viết: Quyền lợi khi tham gia BHYT 5 năm liên tục',
    steps: [
      ['2025-04-08', 'offer'],
      ['2025-04-09', 'accept'],
      ['2025-04-15', 'done'],
      ['2025-04-16', 'notDone', { reason: 'Ảnh minh họa chưa hiển thị trên máy Android; đề nghị kiểm tra lại.' }],
      ['2025-04-18', 'done'],
      ['2025-04-21', 'confirm'],
    ],
  },
  {
    product: 'Clip: Tham gia BHXH tự nguyện - điểm tựa tuổi già',
    steps: [
      ['2025-05-08', 'offer'],
      ['2025-05-09', 'accept'],
      ['2025-05-19', 'done'],
    ],
  },
  {
    product: 'Infographic: Các bước đăng ký BHYT hộ gia đình trực tuyến',
    steps: [
      ['2025-05-12', 'offer'],
      ['2025-05-14', 'accept'],
    ],
  },
  {
    product: 'Thông báo đẩy: Lịch chi trả lương hưu tháng 6/2025',
    steps: [
      ['2025-05-14', 'offer'],
      [
        '2025-05-16',
        'refuse',
        { reason: 'Nội dung chưa có ý kiến của đơn vị nghiệp vụ; đề nghị bổ sung văn bản thống nhất.' },
      ],
    ],
  },
  {
    product: 'Motion graphic: Tháng vận động triển khai BHXH toàn dân',
    steps: [['2025-05-16', 'offer']],
  },
];

function planVssId(world: World, centreId: string): Deed[] {
  const task = world.tasks.find((candidate) => candidate.ref === 'I.2.3');
  if (!task) return [];
  const giver = officerOf(centreId);
  const receiver = officerOf(task.unitId);
  return forVssId.flatMap(({ product, steps }, place) => {
    const name = `vssid ${place + 1}`;
    return steps.map(([day, event, payload]): Deed => {
      if (event === 'offer') {
        const link = pageOf(centreId, `san-pham/${place + 1}`);
        const note = 'Đề nghị gửi tới người dùng VssID và phản hồi đường dẫn sau khi đăng.';
        return offer(day, { name, taskId: task.id, giver, receiver, product, note, link });
      }
      const isGivers = ['offerAgain', 'confirm', 'notDone'].includes(event);
      const proof = { proofLink: pageOf(task.unitId, `vssid/${place + 1}`), note: 'Đã gửi tới toàn bộ người dùng.' };
      const said = payload ?? (event === 'done' ? proof : {});
      return moveDeed(day, isGivers ? giver : receiver, event, [{ born: name }], said);
    });
  });
}

const maquettes = [
  { on: '2025-02-17', product: 'Market tờ gấp “Những điều cần biết về BHXH tự nguyện” (bản 2025)', percent: 100 },
  { on: '2025-04-14', product: 'Market tờ gấp “Những điều cần biết về BHYT hộ gia đình” (bản 2025)', percent: 45 },
] as const;

/** Maquettes of the centre go to every province, which prints or shares them and says where. */
function planMaquettes(world: World, centreId: string, chancesFor: (name: string) => Chances): Deed[] {
  const giver = officerOf(centreId);
  return world.tasks
    .filter((task) => task.ref === 'I.5.1.b')
    .flatMap((task) => {
      const chances = chancesFor(`maquettes ${task.unitId}`);
      const receiver = officerOf(task.unitId);
      const isAway = task.unitId.startsWith(cameBackLate);
      return maquettes.flatMap(({ on, product, percent }, place): Deed[] => {
        if (!chances.happens(percent)) return [];
        const name = `maquette ${place + 1} ${task.unitId}`;
        const born = [{ born: name }];
        const note = 'File in và bản trực tuyến kèm mã QR; đơn vị chủ động in hoặc chia sẻ.';
        const link = pageOf(centreId, `market/${place + 1}`);
        const deeds = [offer(on, { name, taskId: task.id, giver, receiver, product, note, link })];
        if (isAway) return deeds;
        const step = (day: IsoDate, by: Seat, event: string, payload: Record<string, unknown> = {}) => {
          if (day <= LAST_DAY) deeds.push(moveDeed(day, by, event, born, payload));
          return day;
        };
        const acceptedOn = step(daysLater(chances, on, 1, 5), receiver, 'accept');
        if (chances.happens(18)) return deeds;
        const proof = {
          proofLink: pageOf(task.unitId, `to-gap/${place + 1}`),
          note: 'Đã đăng bản điện tử và cấp phát bản in.',
        };
        const doneOn = step(daysLater(chances, acceptedOn, 3, 12), receiver, 'done', proof);
        if (doneOn <= LAST_DAY) step(daysLater(chances, doneOn, 1, 4), giver, 'confirm');
        return deeds;
      });
    });
}

export function planHandingOver(world: World, centreId: string, chancesFor: (name: string) => Chances): Deed[] {
  return [...planVssId(world, centreId), ...planMaquettes(world, centreId, chancesFor)];
}
