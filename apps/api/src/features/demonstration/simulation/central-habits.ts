import type { Habit } from './habits.js';
import { monthOf, pageOf, say } from './words/speak.js';
import { communeGroups, leaflets, workplaceSubjects } from './words/subjects.js';

const counted = (
  kind: Habit['kind'],
  count: readonly [number, number],
  title: (many: string, month: string) => string,
  tell: (many: string) => string,
  path?: string,
): Habit => ({
  kind,
  rhythm: 'monthly',
  describe: ({ chances, day, unitId }) => {
    const quantity = chances.between(...count);
    const link = path ? { link: pageOf(unitId, `${path}/${day.slice(0, 7)}`) } : {};
    return { title: title(say(quantity), monthOf(day)), quantity, ...link };
  },
  tell: ({ quantity }) => tell(say(quantity)),
  figure: 'quantity',
});

const clusters = ['Cụm miền Bắc, tại Hải Phòng', 'Cụm miền Trung, tại Đà Nẵng', 'Cụm miền Nam, tại Cần Thơ'];

/** What the units at headquarters record for the rows that they lead. */
export const centralHabits: Record<string, readonly Habit[]> = {
  'I.1.1': [
    {
      kind: 'conference',
      rhythm: { on: ['2025-04-17', '2025-05-13'] },
      target: 0,
      describe: ({ chances, day }) => ({
        title: 'Hội nghị tập huấn nghiệp vụ thông tin, truyền thông năm 2025',
        place: clusters[day < '2025-05-01' ? 0 : 1] ?? null,
        participants: chances.between(120, 165),
      }),
      tell: ({ times }) => `${times} trên 3 cụm đã tập huấn`,
      figure: 'times',
    },
  ],
  'I.1.2': [
    {
      kind: 'conference',
      rhythm: { timesByMay: [4, 6] },
      describe: ({ chances }) => ({
        title: `Hội nghị truyền thông ${chances.pick(communeGroups)}`,
        place: `Hội trường ${chances.pick(['Liên đoàn Lao động', 'Hội Liên hiệp Phụ nữ', 'Hội Nông dân'])}, Hà Nội`,
        participants: chances.between(10, 35) * 10,
      }),
      tell: ({ times, participants }) => `${times} hội nghị với ${say(participants)} đại biểu`,
      figure: 'times',
    },
  ],
  'I.2.1.a': [
    counted(
      'publication',
      [210, 330],
      (many, when) => `Đăng ${many} tin, bài, văn bản trên Cổng Thông tin điện tử BHXH Việt Nam, ${when}`,
      (many) => `${many} tin, bài, văn bản trên Cổng`,
      'cong-thong-tin',
    ),
  ],
  'I.2.2.b': [
    counted(
      'publication',
      [140, 260],
      (many, when) => `${many} tin, bài, clip trên Fanpage, Zalo OA, Youtube, TikTok, ${when}`,
      (many) => `${many} tin, bài, clip trên mạng xã hội`,
      'mang-xa-hoi',
    ),
  ],
  'I.2.2.c': [
    counted(
      'answer',
      [3200, 5400],
      (many, when) => `Trả lời ${many} câu hỏi, bình luận trên mạng xã hội, ${when}`,
      (many) => `${many} câu hỏi, bình luận được trả lời`,
    ),
  ],
  'I.2.3': [
    counted(
      'publication',
      [22, 40],
      (many, when) => `Gửi ${many} sản phẩm truyền thông tới người dùng VssID, ${when}`,
      (many) => `${many} sản phẩm đã gửi tới người dùng VssID`,
      'vssid',
    ),
  ],
  'I.3.1': [
    counted(
      'publication',
      [45, 90],
      (many, when) => `${many} tin, bài, phóng sự trên báo, đài trung ương, ${when}`,
      (many) => `${many} tin, bài, phóng sự trên báo, đài trung ương`,
    ),
  ],
  'I.3.2': [
    {
      kind: 'product',
      rhythm: { timesByMay: [3, 4] },
      describe: ({ chances }) => ({
        title: `Duy trì chuyên trang an sinh xã hội trên báo trung ương, kỳ ${chances.between(1, 12)}`,
      }),
      tell: ({ times }) => `${times} chuyên trang, chuyên mục`,
      figure: 'times',
    },
  ],
  'I.3.3': [
    counted(
      'broadcast',
      [8, 20],
      (many, when) => `Phát sóng ${many} lượt vào khung giờ vàng trên đài quốc gia, ${when}`,
      (many) => `${many} lượt phát sóng vào khung giờ “vàng”`,
    ),
  ],
  'I.3.4': [
    {
      kind: 'conference',
      rhythm: { timesByMay: [2, 3] },
      describe: ({ chances }) => ({
        title: `Tọa đàm trực tuyến: ${chances.pick(workplaceSubjects)}`,
        place: 'Trường quay tại Hà Nội',
        participants: chances.between(6, 15),
      }),
      tell: ({ times }) => `${times} tọa đàm, giao lưu trực tuyến`,
      figure: 'times',
    },
  ],
  'I.3.5': [
    {
      kind: 'document',
      rhythm: 'monthly',
      describe: ({ day }) => ({ title: `Thông cáo báo chí của BHXH Việt Nam, ${monthOf(day)}` }),
      tell: ({ times }) => `${times} thông cáo báo chí định kỳ`,
      figure: 'times',
    },
  ],
  'I.5.1.a': [
    {
      kind: 'product',
      rhythm: { timesByMay: [2, 3] },
      describe: ({ chances, unitId, day }) => ({
        title: `Cập nhật market tờ gấp “${chances.pick(leaflets)}”`,
        link: pageOf(unitId, `market/${day}`),
      }),
      tell: ({ times }) => `${times} market tờ gấp đã cập nhật`,
      figure: 'times',
    },
  ],
  'I.5.2': [
    counted(
      'product',
      [12, 25],
      (many, when) => `${many} Infographic, clip, motion graphic, ${when}`,
      (many) => `${many} sản phẩm đa phương tiện`,
      'san-pham',
    ),
  ],
  'I.6': [
    counted(
      'answer',
      [41_000, 62_000],
      (many, when) => `Tổng đài 1900 9068 tiếp nhận ${many} cuộc gọi, ${when}`,
      (many) => `${many} cuộc gọi được tiếp nhận, giải đáp`,
    ),
  ],
  'II.2': [
    {
      kind: 'publication',
      rhythm: { timesByMay: [2, 3] },
      describe: ({ chances, unitId, day }) => ({
        title: `Chuyên đề: ${chances.pick(workplaceSubjects)}`,
        link: pageOf(unitId, `chuyen-de/${day}`),
      }),
      tell: ({ times }) => `${times} chuyên đề truyền thông`,
      figure: 'times',
    },
  ],
};
