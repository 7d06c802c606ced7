import type { ItemKind } from '@phancong/contracts';

const kindByTitle: readonly (readonly [ItemKind, RegExp])[] = [
  ['training', /^(?:(?:tổ chức|mở) )?(?:các )?(?:(?:hội nghị|lớp|khóa|khoá) )?(?:tập huấn|bồi dưỡng|đào tạo)/u],
  ['report', /^(?:(?:thực hiện|xây dựng) )?(?:chế độ )?báo cáo/u],
  ['budget', /dự toán|(?:phân bổ|chuyển|thanh toán|quyết toán) kinh phí/u],
  ['monitoring', /^(?:kiểm tra|giám sát|đánh giá|theo dõi|đôn đốc|khảo sát)/u],
  ['planning', /^(?:xây dựng|ban hành|lập) (?:các )?(?:kế hoạch|chương trình|đề án|quy chế)/u],
  ['contract', /ký kết|hợp đồng/u],
  ['handoff', /^(?:cung cấp|bàn giao|chuyển giao|gửi) /u],
];

/** What kind of work a row is, from its title, the headings above it and the first words of its text. */
export function recogniseKind(title: string, headings: readonly string[], text: string): ItemKind {
  const words = title.toLowerCase();
  const byTitle = kindByTitle.find(([, pattern]) => pattern.test(words))?.[0];
  if (byTitle) return byTitle;
  if (/cao điểm|chiến dịch|ra quân/u.test([words, ...headings.map((heading) => heading.toLowerCase())].join(' ')))
    return 'campaign';
  if (/^[-+\s]*(?:gửi đến|gửi tới|cung cấp cho|bàn giao) /u.test(text.toLowerCase())) return 'handoff';
  return 'activity';
}
