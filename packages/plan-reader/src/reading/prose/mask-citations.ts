const kinds =
  'Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kế hoạch|Thông tư(?: liên tịch)?|Công văn|Công điện|Chương trình|Kết luận|Hướng dẫn|Văn bản|Thông báo|Quy chế(?: phối hợp)?|Đề án|Chiến lược|Báo cáo|Tờ trình|Thông tri|Quy định|Hiến pháp';
const day = '(?:,? ?ngày (?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{1,2} tháng \\d{1,2} năm \\d{4}))';

const citations: readonly RegExp[] = [
  new RegExp(`(?:${kinds})(?: [\\p{Ll}]+){0,3}? ?(?:số|số:)? ?\\d+[^\\s,;.]*${day}?`, 'gu'),
  new RegExp(`(?:${kinds})(?:(?! từ| trước| đến| chậm| muộn| hoàn thành| xong| trong| vào)[^,;.:]){0,80}?${day}`, 'gu'),
  /ngày (?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}) (?:của|về việc|giữa) /gu,
  new RegExp(
    `(?:${kinds})(?: [^\\s,;.]+){0,20}? (?:đến|giai đoạn|năm|năm học) \\d{4}(?: ?[-–] ?\\d{4})?(?:,? tầm nhìn(?: đến)?(?: năm)? \\d{4})?`,
    'gu',
  ),
  /giai đoạn \d{4} ?[-–] ?\d{4}(?:,? tầm nhìn(?: đến)?(?: năm)? \d{4})?/gu,
];

/** What has the look of time in a sentence and is none: pensions "hàng tháng", fractions, numbers of telephones. */
const notTime: readonly RegExp[] = [
  /(?:lương hưu|trợ cấp|lương|thu nhập|phí|mức đóng|sinh hoạt|[Kk]ế hoạch(?: [^,;.]{0,60})?|chương trình công tác|dự toán|ngân sách|nguồn kinh phí)(?: [\p{Ll}]+){0,2} (?:hàng|hằng) (?:tháng|quý|năm)/gu,
  /(?:chi tiết|cụ thể|theo)(?: đến| cho)? từng (?:tháng|quý|tuần|năm)/gu,
  /(?:trọng điểm|trọng tâm|chủ đề|định hướng)(?: của| theo)? từng tháng, quý,? (?:và )?năm/gu,
  /(?<!(?:ngày|trước|đến|từ|hết|sau|vào|\() ?)(?<![\d/.])\d{1,2}\.\d{1,2}(?![/.\d])(?! ?\))/gu,
  /(?<![\d/.])\d{1,2}\/\d{1,2} (?:số|xã|phường|huyện|thành viên|hộ|tổng|trường|người|đơn vị|thôn|chỉ tiêu|tiêu chí|giờ|cơ sở)/gu,
  /(?<![\d/.])\d{1,2}[-]\d{1,2}(?!\d|-\d)(?= ?(?:%|\p{L}))/gu,
  // Round the clock; "ngày 24/7" is a day.
  /24\/24(?:h| giờ)?|(?<!ngày )(?<![\d/])(?:24|7)\/7(?![\d/])/gu,
  /theo (?:đề nghị|chỉ đạo|tình hình thực tế của từng)/gu,
  /(?:nguồn|kinh phí|hợp pháp|tài trợ|xã hội hóa)(?: [\p{Ll}]+){0,4} ?\((?:nếu có)\)/gu,
  /Điều \d+|khoản \d+|điểm [a-zđ](?![\p{L}])/gu,
  /trong (?:năm|cả năm)(?! \d)/gu,
];

const blank = (match: string) => '\u0001'.repeat(match.length);

function maskAll(text: string, patterns: readonly RegExp[]): string {
  let masked = text;
  for (const pattern of patterns) masked = masked.replace(pattern, blank);
  return masked;
}

/** The text at full length with citations of other documents blanked out. */
export function maskCitations(text: string): string {
  return maskAll(text, citations);
}

/** The text at full length without citations and without what only looks like time. */
export function maskForTime(text: string): string {
  return maskAll(text, [...citations, ...notTime]);
}

/** The documents that a text cites, as printed. */
export function listCitations(text: string): string[] {
  const cited = new RegExp(
    `(?:${kinds})(?: [^\\s,;.()]+){0,4}? số:? ?\\d+[^\\s,;.]*${day}?(?: của [^,;.()]{3,80}?)?(?=[,;.()]| về | phê duyệt| sửa đổi|$)`,
    'gu',
  );
  return [...new Set([...text.matchAll(cited)].map(([words]) => words.trim()))];
}
