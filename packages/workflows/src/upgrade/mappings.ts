import type { Mapping } from './mapping.js';

/** The stated ways from each released version to the next one. */
export const mappings: readonly Mapping[] = [
  {
    flow: 'budget',
    from: 1,
    to: 2,
    words: {
      vi: 'Từ nay người đã thẩm định dự toán không được phê duyệt; ý kiến thẩm định ghi nhận trước khi chuyển không được tính lại.',
      en: 'From now on whoever appraised an estimate may not approve it; appraisals from before are not counted in.',
    },
    context: (before) => ({ ...before, appraisedBy: null }),
  },
  {
    flow: 'task',
    from: 1,
    to: 2,
    words: {
      vi: 'Từ nay đơn vị chủ trì rút lại được việc tiếp nhận khi chưa bắt đầu thực hiện, tối đa hai lần, kèm lý do.',
      en: 'From now on the lead unit may withdraw its acknowledgement before work has begun, twice at most, and say why.',
    },
    context: (before) => ({ ...before, timesWithdrawn: 0 }),
  },
];
