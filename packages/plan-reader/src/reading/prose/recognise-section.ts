/** What a part of a plan is about. Only some parts give work to somebody. */
export type SectionRole = 'assignment' | 'work' | 'goals' | 'forms' | 'context' | 'funding' | 'plain';

const roles: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'funding',
    /^(?:nguồn )?(?:kinh phí|dự toán kinh phí|nguồn lực tài chính)|kinh phí (?:thực hiện|bảo đảm|đảm bảo)|^cơ chế tài chính/u,
  ],
  [
    'assignment',
    /^(?:công tác )?tổ chức (?:triển khai )?thực hiện|(?:,| và) tổ chức thực hiện$|phân công (?:nhiệm vụ|trách nhiệm|thực hiện|tổ chức)|^trách nhiệm (?:của|thực hiện|các|thi hành)|^phân công$|^trách nhiệm$|nhiệm vụ (?:của|cụ thể của) (?:các )?(?:cơ quan|đơn vị|sở|ngành|cấp)|nhiệm vụ và phân công/u,
  ],
  ['goals', /^(?:các |một số )?(?:mục tiêu|chỉ tiêu)|(?:mục tiêu|chỉ tiêu)(?: chủ yếu| cụ thể)?(?: như)? sau$/u],
  [
    'context',
    /^(?:mục đích|yêu cầu|quan điểm|nguyên tắc|phương châm|căn cứ|cơ sở|sự cần thiết|tình hình|đặc điểm|thực trạng|đánh giá (?:tình|thực|chung|kết)|bối cảnh|dự báo|đối tượng|chủ thể|phạm vi|chủ đề|thông điệp|khẩu hiệu|phương pháp|ý nghĩa|thành phần|giải thích|khái niệm|hiện trạng|kết quả (?:đạt|thực hiện)|tồn tại|hạn chế|nguyên nhân|định hướng)|^(?:thời gian|địa điểm|địa bàn)(?:,? (?:và )?(?:địa điểm|địa bàn|đối tượng|thành phần|thực hiện|tổ chức|tiến hành|áp dụng|triển khai))*$/u,
  ],
  ['forms', /hình thức/u],
  ['context', /^nội dung (?:thông tin|tuyên truyền|truyền thông|phổ biến)/u],
  [
    'work',
    /nhiệm vụ|giải pháp|biện pháp|hoạt động|nội dung|công việc|công tác|tiến độ|lộ trình|kế hoạch|chương trình|triển khai/u,
  ],
];

/** A part keeps to the role of the one above it: below "Hình thức" a title with "hoạt động" begins no list of tasks. */
const mayStandWithin: Record<SectionRole, readonly SectionRole[]> = {
  plain: ['assignment', 'work', 'goals', 'forms', 'context', 'funding'],
  work: ['assignment', 'work', 'goals', 'forms', 'context', 'funding'],
  assignment: ['funding', 'assignment'],
  goals: ['assignment', 'goals', 'work'],
  forms: ['assignment', 'funding', 'goals', 'forms'],
  context: ['assignment', 'goals', 'work', 'context'],
  funding: ['funding', 'assignment'],
};

/** The role of a part by its title and by the part that it stands in. */
export function recogniseSection(title: string, above: readonly string[], within: SectionRole): SectionRole {
  const words = title
    .toLowerCase()
    .replace(/\(.*$/u, '')
    .replace(/[\s:.;]+$/u, '')
    .replace(/^(?:về|một số|các) /u, (lead) => (lead === 'về ' ? '' : lead));
  const isTopic = words === 'nội dung' && above.some((other) => /tuyên truyền|truyền thông|phổ biến/iu.test(other));
  if (isTopic) return 'context';
  const own = roles.find(([, pattern]) => pattern.test(words))?.[0];
  if (within === 'context' && own === 'work' && !/^(?:nhiệm vụ|giải pháp|nội dung công việc)/u.test(words))
    return within;
  return own && mayStandWithin[within].includes(own) ? own : within;
}
