import type { IsoDate } from '@phancong/contracts';

import { DEMONSTRATION_PASSWORD } from './demonstration-accounts.js';

/** Accounts that show the most, in the order in which the work goes from one to the next. */
const guides: readonly [username: string, what: string][] = [
  ['ttt', 'Trung tâm Truyền thông: giao việc, xem xét báo cáo · the centre assigns and reviews'],
  ['ttt.giamdoc', 'Giám đốc Trung tâm Truyền thông: phê duyệt kế hoạch · its director approves plans'],
  ['ttt.pho', 'phó giám đốc: làm thay khi được ủy quyền · its deputy acts when delegated to'],
  ['bac-giang', 'BHXH tỉnh Bắc Giang: còn hơn 20 nhiệm vụ chờ tiếp nhận · more than 20 tasks to acknowledge'],
  ['ha-noi', 'BHXH thành phố Hà Nội: có báo cáo bị trả lại · a report came back'],
  ['can-tho', 'BHXH thành phố Cần Thơ: đơn vị điển hình · the exemplary office'],
  ['cntt', 'Trung tâm Công nghệ thông tin: nhận bàn giao sản phẩm lên VssID · takes hand-offs'],
  ['cskh', 'Trung tâm Dịch vụ hỗ trợ, chăm sóc khách hàng · the customer service centre'],
  ['khdt', 'Vụ Kế hoạch và Đầu tư: thẩm định · appraises estimates'],
  ['tckt', 'Vụ Tài chính - Kế toán: thẩm định, chuyển kinh phí · appraises and transfers'],
  ['lanhdao', 'Lãnh đạo BHXH Việt Nam: phê duyệt kinh phí · approves the money'],
  ['quantri', 'Quản trị viên: người dùng, chức vụ, nhật ký bảo mật · keeps people and posts'],
];

const dayInWords = (day: IsoDate) => day.split('-').reverse().join('/');

/** What the first person of an installation does, told to whoever can read what the server writes. */
export function writeSetupHint(url: string, setupCode: string): string {
  return (
    `Chưa có ai trong hệ thống. Mở ${addressOf(url)}/cai-dat và nhập mã cài đặt:  ${setupCode} · ` +
    'Nobody is there yet. Open the address and enter this set-up code.'
  );
}

const addressOf = (url: string) => url.replace(/\/\/(0\.0\.0\.0|\[::\]|\[::1\]|127\.0\.0\.1)/, '//localhost');

/** What a person reads in the terminal when the application is ready. `demonstrationDay` is null on a real installation. */
export function writeInvitation(url: string, demonstrationDay: IsoDate | null, setupCode: string | null): string {
  const head = ['', `  Phân Công đã sẵn sàng · is ready:  ${addressOf(url)}`];
  if (setupCode !== null) {
    return [
      ...head,
      '',
      ...writeSetupHint(url, setupCode)
        .split(' · ')
        .map((line) => `  ${line}`),
      '',
    ].join('\n');
  }
  if (demonstrationDay === null) return [...head, ''].join('\n');
  const width = Math.max(...guides.map(([username]) => username.length)) + 2;
  return [
    ...head,
    '',
    `  Bản trình diễn: kế hoạch năm 2025, Đồng hồ trình diễn đang ở ngày ${dayInWords(demonstrationDay)}.`,
    `  A demonstration: the plan of 2025 on ${demonstrationDay}. All people and figures are invented.`,
    '',
    `  Mật khẩu chung · one password for all:  ${DEMONSTRATION_PASSWORD}`,
    '',
    ...guides.map(([username, what]) => `    ${username.padEnd(width)}${what}`),
    '',
    '  Mỗi tỉnh một tài khoản theo tên tỉnh (lao-cai, ca-mau …) · one account for each province, named after it.',
    '',
  ].join('\n');
}
