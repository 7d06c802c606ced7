import type { ItemKind } from '@phancong/contracts';
import { beginsDuty, readNames } from '@phancong/units';

import { recogniseKind } from '../recognise-kind.js';
import { findSubject } from './find-subject.js';

const manner =
  /^(?:(?:là (?:đầu mối|cơ quan thường trực)|chủ động|tích cực|thường xuyên|kịp thời|tiếp tục|tăng cường|đẩy mạnh|chủ trì|định kỳ|hàng năm|hằng năm|tổ chức|thực hiện|triển khai|để|hiệu quả|công tác|hoạt động|các|việc)(?:, | và | )?)+/iu;
const grounds = /^(?:Trên cơ sở|Căn cứ|Thông qua|Ngoài|Bên cạnh)(?![\p{L}])/u;

const byFirstWords: readonly (readonly [ItemKind, RegExp])[] = [
  ['training', /^(?:xây dựng kế hoạch )?(?:lớp |hội nghị |khóa )?(?:tập huấn|bồi dưỡng|đào tạo)/u],
  ['contract', /ký kết (?:các )?(?:hợp đồng|quy chế)|^hợp đồng/u],
  [
    'budget',
    /(?:^|xây dựng |lập |tổng hợp |thẩm định |tham mưu [^.;]{0,60})(?:các )?(?:dự toán|kinh phí)|(?:phân bổ|chuyển|bố trí|cân đối|thanh toán|quyết toán|cấp) (?:nguồn )?(?:kinh phí|ngân sách)/u,
  ],
  ['handoff', /^(?:cung cấp|bàn giao|chuyển giao|gửi)(?![\p{L}])/u],
  ['report', /^(?:chế độ )?báo cáo/u],
  [
    'planning',
    /^(?:xây dựng|ban hành|lập|cụ thể hóa|cụ thể hoá|tham mưu)[^.;]{0,140}(?:kế hoạch|quy chế|chương trình|đề án|phương án|văn bản)/u,
  ],
  [
    'monitoring',
    /^(?:kiểm tra|giám sát|theo dõi|đôn đốc|kiểm soát|rà soát|đánh giá|nắm bắt|phát hiện|chỉ đạo|hướng dẫn|khảo sát|thanh tra)/u,
  ],
];

/** "Trên cơ sở …, xây dựng …": what follows the comma at which a duty begins. */
function withoutGrounds(text: string): string {
  if (!grounds.test(text)) return text;
  for (const comma of text.slice(0, 500).matchAll(/, (?=\p{Ll})/gu)) {
    const rest = text.slice(comma.index + 2);
    if (beginsDuty(rest) && !/^(?:thông tin|truyền thông|tuyên truyền)/u.test(rest)) return rest;
  }
  return text;
}

/** The words of the duty itself: without doer, partners, grounds and manner. */
function coreOf(text: string): string {
  const subject = findSubject(text);
  let words = (subject ? text.slice(subject.duty) : withoutGrounds(text)).trimStart();
  for (let pass = 0; pass < 3; pass += 1) {
    words = words.replace(manner, '');
    const partner = /^phối hợp(?: chặt chẽ)?(?: với| cùng)? /iu.exec(words);
    const names = partner ? readNames(words, partner[0].length) : null;
    if (names) words = words.slice(names.end).replace(/^(?: trong(?: việc| công tác)?|,)?\s+/u, '');
  }
  return words.toLowerCase();
}

/** What kind of work a duty in prose is, by the words that open it once doer, partners and manner are passed. */
export function kindOf(title: string, headings: readonly string[], text: string): ItemKind {
  if (headings.some((heading) => /^mục tiêu|^chỉ tiêu/iu.test(heading.toLowerCase())))
    return /tập huấn|bồi dưỡng|đào tạo/u.test(text) ? 'training' : 'monitoring';
  const words = coreOf(text.trim());
  const found = byFirstWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (found) return found;
  if (
    /chiến dịch|ra quân|cao điểm|nước rút/iu.test(title) ||
    /(?:nhân(?: dịp)?|vào dịp|kỷ niệm|hưởng ứng|chào mừng) (?:ngày|tháng|năm học|tuần)/iu.test(text.slice(0, 400))
  )
    return 'campaign';
  return recogniseKind(title, headings.slice(-2), words);
}
