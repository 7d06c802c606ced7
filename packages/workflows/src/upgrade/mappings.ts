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
  {
    flow: 'task',
    from: 2,
    to: 3,
    words: {
      vi: 'Từ nay đơn vị giao mở lại được nhiệm vụ đã hoàn thành, giao được cho đơn vị khác và tự đổi được hạn, kèm lý do; hạn đã ký vẫn ghi bên cạnh.',
      en: 'From now on the assigning unit may reopen an accepted task, give it to another unit or move its deadline, and says why; the signed day stays beside it.',
    },
    context: (before) => ({ ...before, takenOverFrom: null }),
  },
  {
    flow: 'checkpoint',
    from: 1,
    to: 2,
    words: {
      vi: 'Từ nay đơn vị giao mở lại được báo cáo kỳ đã chấp nhận, kèm lý do.',
      en: 'From now on the assigning unit may reopen the report of a period that it accepted, and says why.',
    },
    context: (before) => ({ ...before }),
  },
  {
    flow: 'periodReport',
    from: 1,
    to: 2,
    words: {
      vi: 'Từ nay báo cáo được đính chính khi nhiệm vụ đã báo cáo hoàn thành được mở lại.',
      en: 'From now on a report gets an erratum when work that it counted as done is reopened.',
    },
    context: (before) => ({ ...before, errata: 0 }),
  },
  {
    flow: 'coordination',
    from: 1,
    to: 2,
    words: {
      vi: 'Từ nay đơn vị phối hợp rút lại được việc nhận, hoặc nội dung đã gửi khi bên kia chưa xác nhận, kèm lý do.',
      en: 'From now on a coordinating unit may withdraw its acknowledgement, or a contribution that is not confirmed yet, and says why.',
    },
    context: (before) => ({ ...before }),
  },
  {
    flow: 'handoff',
    from: 1,
    to: 2,
    words: {
      vi: 'Từ nay đơn vị tiếp nhận rút lại được việc tiếp nhận, từ chối hoặc báo xong khi bên kia chưa xử lý, kèm lý do.',
      en: 'From now on a receiving unit may withdraw its acceptance, refusal or report before the other one has moved, and says why.',
    },
    context: (before) => ({ ...before }),
  },
];
