import type { Habit } from './habits.js';
import { capital, dayMonth, monthOf, pageOf, say } from './words/speak.js';
import {
  associations,
  communeGroups,
  giveaways,
  helpers,
  leaflets,
  onlineSubjects,
  workplaceSubjects,
} from './words/subjects.js';

const month = (day: string) => day.slice(0, 7);

/** Conferences in enterprises, in communes, and with those who carry the message on: the three targets of row I.1.2. */
const conferences: Habit[] = [
  {
    kind: 'conference',
    rhythm: { timesByMay: [2, 6] },
    target: 0,
    describe: ({ chances, enterprise }) => ({
      title: `Hội nghị đối thoại về ${chances.pick(workplaceSubjects)}`,
      place: enterprise(),
      participants: chances.between(7, 42) * 10,
    }),
    tell: ({ times, participants, lastPlace, lastDay }) =>
      `${times} hội nghị, buổi đối thoại tại doanh nghiệp với ${say(participants)} người tham dự (gần nhất ngày ${dayMonth(lastDay)} tại ${lastPlace})`,
    figure: 'times',
  },
  {
    kind: 'conference',
    rhythm: { timesByMay: [2, 6] },
    target: 1,
    describe: ({ chances, commune }) => ({
      title: `Hội nghị truyền thông ${chances.pick(communeGroups)}`,
      place: commune(),
      participants: chances.between(8, 24) * 5,
      quantity: chances.between(5, 12) / 10,
      note: 'Số lượng tính bằng tỷ lệ phần trăm số xã, phường, thị trấn trên địa bàn.',
    }),
    tell: ({ times, quantity, participants }) =>
      `${times} hội nghị theo nhóm chủ thể tại cơ sở, ${say(participants)} người dự, đạt ${say(quantity)} % số xã, phường, thị trấn`,
  },
  {
    kind: 'conference',
    rhythm: { timesByMay: [0, 2] },
    target: 2,
    describe: ({ chances, district }) => ({
      title: `Hội nghị tập huấn cho ${chances.pick(helpers)}, phối hợp với ${chances.pick(associations)}`,
      place: capital(district()),
      participants: chances.between(6, 20) * 5,
    }),
    tell: ({ times, participants }) => `${times} hội nghị tập huấn cho cộng tác viên với ${say(participants)} người dự`,
  },
];

const monthlyCount = (
  kind: Habit['kind'],
  count: readonly [number, number],
  title: (many: string, month: string) => string,
  path: string | null,
  tell: (many: string) => string,
): Habit => ({
  kind,
  rhythm: 'monthly',
  describe: ({ chances, day, unitId }) => {
    const quantity = chances.between(...count);
    const link = path === null ? {} : { link: pageOf(unitId, `${path}/${month(day)}`) };
    return { title: title(say(quantity), monthOf(day)), quantity, ...link };
  },
  tell: ({ quantity }) => tell(say(quantity)),
  figure: 'quantity',
});

const weeklyBroadcast: Habit = {
  kind: 'broadcast',
  rhythm: 'weekly',
  target: 0,
  describe: ({ chances, day, district }) => {
    const quantity = chances.between(2, 4);
    return {
      title: `Phát thanh ${quantity} lượt về BHXH tự nguyện, tuần đến ngày ${dayMonth(day)}`,
      place: `Đài truyền thanh các xã, thị trấn ${district()}`,
      quantity,
    };
  },
  tell: ({ times, quantity }) => `${say(quantity)} lượt phát thanh về BHXH tự nguyện trong ${times} tuần có ghi nhận`,
  figure: 'quantity',
};

/** What a provincial office records for each row of the plan, as real offices spend the first months of a year. */
export const provincialHabits: Record<string, readonly Habit[]> = {
  'I.1.2': conferences,
  'I.2.1.b': [
    monthlyCount(
      'publication',
      [9, 36],
      (many, when) => `Đăng ${many} tin, bài trên Cổng Thông tin điện tử, ${when}`,
      'tin-bai',
      (many) => `${many} tin, bài trên Cổng Thông tin điện tử của đơn vị`,
    ),
  ],
  'I.2.2.a': [
    {
      kind: 'conference',
      rhythm: { timesByMay: [0, 3] },
      describe: ({ chances, unitId, day }) => ({
        title: `Livestream: ${chances.pick(onlineSubjects)}`,
        place: 'Trực tuyến trên Fanpage và Zalo OA',
        participants: chances.between(12, 180) * 10,
        link: pageOf(unitId, `truc-tuyen/${day}`),
      }),
      tell: ({ times, participants }) => `${times} hội nghị trực tuyến với ${say(participants)} lượt theo dõi`,
      figure: 'times',
    },
  ],
  'I.2.2.b': [
    monthlyCount(
      'publication',
      [18, 95],
      (many, when) => `Đăng, chia sẻ ${many} tin, bài, clip trên Fanpage, Zalo OA, ${when}`,
      'mang-xa-hoi',
      (many) => `${many} lượt đăng, chia sẻ tin, bài, clip trên mạng xã hội`,
    ),
  ],
  'I.2.2.c': [
    monthlyCount(
      'answer',
      [35, 420],
      (many, when) => `Trả lời ${many} câu hỏi, bình luận trên mạng xã hội, ${when}`,
      null,
      (many) => `${many} câu hỏi, bình luận được trả lời`,
    ),
  ],
  'I.3.1': [
    monthlyCount(
      'publication',
      [3, 14],
      (many, when) => `${many} tin, bài, phóng sự trên báo, đài địa phương, ${when}`,
      'bao-chi',
      (many) => `${many} tin, bài, phóng sự trên báo, đài địa phương`,
    ),
  ],
  'I.3.2': [
    {
      kind: 'product',
      rhythm: { timesByMay: [1, 2] },
      describe: ({ chances }) => ({
        title: `Chuyên mục “${chances.pick(['BHXH với cuộc sống', 'An sinh cho mọi nhà', 'Hỏi - đáp chính sách BHXH, BHYT'])}” trên báo địa phương`,
        note: 'Ký thỏa thuận duy trì chuyên mục cả năm, mỗi tháng 2 kỳ.',
      }),
      tell: ({ times }) => `duy trì ${times} chuyên trang, chuyên mục trên báo địa phương`,
      figure: 'times',
    },
  ],
  'I.3.3': [
    monthlyCount(
      'broadcast',
      [2, 8],
      (many, when) => `Phát sóng ${many} lượt vào khung giờ vàng trên đài tỉnh, ${when}`,
      null,
      (many) => `${many} lượt phát sóng vào khung giờ “vàng”`,
    ),
  ],
  'I.3.4': [
    {
      kind: 'conference',
      rhythm: { timesByMay: [0, 2] },
      describe: ({ chances }) => ({
        title: `Tọa đàm trên truyền hình: ${chances.pick(workplaceSubjects)}`,
        place: 'Trường quay đài phát thanh và truyền hình địa phương',
        participants: chances.between(4, 12),
      }),
      tell: ({ times }) => `${times} chương trình tọa đàm, giao lưu trực tuyến`,
      figure: 'times',
    },
  ],
  'I.3.5': [
    {
      kind: 'document',
      rhythm: 'monthly',
      describe: ({ day }) => ({
        title: `Thông tin báo chí ${monthOf(day)} gửi các cơ quan báo chí địa phương`,
      }),
      tell: ({ times }) => `${times} kỳ thông tin báo chí định kỳ`,
      figure: 'times',
    },
  ],
  'I.4': [weeklyBroadcast],
  'I.5.1.b': [
    {
      kind: 'product',
      rhythm: { timesByMay: [1, 3] },
      describe: ({ chances, district }) => {
        const quantity = chances.between(4, 30) * 100;
        return {
          title: `Cấp phát ${say(quantity)} tờ gấp “${chances.pick(leaflets)}”`,
          place: capital(district()),
          quantity,
        };
      },
      tell: ({ quantity }) => `${say(quantity)} tờ rơi, tờ gấp đã cấp phát`,
      figure: 'quantity',
    },
  ],
  'I.5.2': [
    monthlyCount(
      'product',
      [1, 9],
      (many, when) => `${many} Infographic, clip, motion graphic do đơn vị sản xuất, ${when}`,
      'san-pham',
      (many) => `${many} sản phẩm Infographic, clip, motion graphic`,
    ),
  ],
  'I.5.3': [
    {
      kind: 'product',
      rhythm: { timesByMay: [0, 2] },
      describe: ({ chances, commune }) => {
        const quantity = chances.between(5, 40) * 10;
        return {
          title: `Tặng ${say(quantity)} ${chances.pick(giveaways)} mang thông điệp BHXH, BHYT tại hội nghị`,
          place: commune(),
          quantity,
        };
      },
      tell: ({ quantity }) => `${say(quantity)} sản phẩm mang thông điệp truyền thông`,
      figure: 'quantity',
    },
  ],
  'I.6': [
    monthlyCount(
      'answer',
      [120, 1900],
      (many, when) => `Tiếp nhận, tư vấn ${many} lượt qua hotline và bộ phận một cửa, ${when}`,
      null,
      (many) => `${many} lượt hỗ trợ, tư vấn, giải đáp`,
    ),
  ],
  'II.2': [
    {
      kind: 'publication',
      rhythm: { timesByMay: [0, 2] },
      describe: ({ chances, unitId, day }) => ({
        title: `Chuyên đề: ${chances.pick(workplaceSubjects)}`,
        link: pageOf(unitId, `chuyen-de/${day}`),
      }),
      tell: ({ times }) => `${times} chuyên đề truyền thông`,
      figure: 'times',
    },
  ],
};
