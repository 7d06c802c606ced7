import type { Words } from '@phancong/contracts';

/** `{by}` the unit that moved, `{title}` the work, `{dueOn}` its deadline, `{day}` the day of the move. */
export const noticeTemplates = {
  planToReview: {
    vi: '{by} đã trình soát xét kế hoạch «{title}».',
    en: '{by} handed in the plan “{title}” for review.',
  },
  planReturned: {
    vi: '{by} đã trả kế hoạch «{title}» về dự thảo để chỉnh sửa.',
    en: '{by} returned the plan “{title}” to draft.',
  },
  planApproved: { vi: '{by} đã phê duyệt kế hoạch «{title}».', en: '{by} approved the plan “{title}”.' },
  planActivated: {
    vi: 'Kế hoạch «{title}» đã được giao đến các đơn vị thực hiện.',
    en: 'The plan “{title}” is now assigned to the units.',
  },
  planWaiting: {
    vi: 'Nhắc việc: kế hoạch «{title}» đang chờ đơn vị xử lý.',
    en: 'Reminder: the plan “{title}” waits for your unit.',
  },
  planTermEnded: {
    vi: 'Kế hoạch «{title}» đã hết thời gian thực hiện (ngày {dueOn}). Hãy rà soát và kết thúc kế hoạch.',
    en: 'The term of the plan “{title}” ended on {dueOn}. Review it and close it.',
  },
  taskAssigned: {
    vi: '{by} giao nhiệm vụ «{title}», hạn {dueOn}. Đề nghị đơn vị tiếp nhận.',
    en: '{by} assigned the task “{title}”, due {dueOn}. Please acknowledge it.',
  },
  taskNotAcknowledged: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» chưa được tiếp nhận.',
    en: 'Reminder: the task “{title}” has not been acknowledged.',
  },
  taskReturnedToAssigner: {
    vi: '{by} trả lại nhiệm vụ «{title}» và đề nghị giao lại.',
    en: '{by} returned the assignment “{title}” as not its duty.',
  },
  taskReturnWaiting: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» bị trả lại, đang chờ quyết định của đơn vị giao.',
    en: 'Reminder: the returned task “{title}” waits for the assigner’s decision.',
  },
  taskInsisted: {
    vi: '{by} giữ nguyên phân công nhiệm vụ «{title}». Đề nghị đơn vị tiếp nhận.',
    en: '{by} keeps the assignment of “{title}”. Please acknowledge it.',
  },
  taskReported: {
    vi: '{by} đã báo cáo hoàn thành nhiệm vụ «{title}».',
    en: '{by} reported the task “{title}” as completed.',
  },
  taskSentBack: {
    vi: '{by} yêu cầu bổ sung báo cáo nhiệm vụ «{title}».',
    en: '{by} asked for more on the task “{title}”.',
  },
  taskAccepted: {
    vi: '{by} đã chấp nhận kết quả nhiệm vụ «{title}».',
    en: '{by} accepted the result of the task “{title}”.',
  },
  taskSuspended: { vi: '{by} tạm dừng nhiệm vụ «{title}».', en: '{by} suspended the task “{title}”.' },
  taskStillSuspended: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» vẫn đang tạm dừng. Hãy xem xét cho tiếp tục hoặc hủy.',
    en: 'Reminder: the task “{title}” is still suspended. Resume or cancel it.',
  },
  taskResumed: { vi: '{by} cho tiếp tục nhiệm vụ «{title}».', en: '{by} resumed the task “{title}”.' },
  taskCancelled: { vi: '{by} đã hủy nhiệm vụ «{title}».', en: '{by} cancelled the task “{title}”.' },
  taskNotBegun: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» đã tiếp nhận nhưng chưa triển khai.',
    en: 'Reminder: the task “{title}” is acknowledged but not begun.',
  },
  deadlinePassed: {
    vi: 'Quá hạn: «{title}» có hạn ngày {dueOn} chưa hoàn thành.',
    en: 'Overdue: “{title}” was due on {dueOn} and is not done.',
  },
  deadlineExtended: {
    vi: 'Thời hạn của «{title}» đã được gia hạn đến ngày {dueOn}.',
    en: 'The deadline of “{title}” is now {dueOn}.',
  },
  reviewWaiting: {
    vi: 'Nhắc việc: báo cáo của «{title}» đang chờ đơn vị xem xét.',
    en: 'Reminder: the report on “{title}” waits for your review.',
  },
  remindedInVain: {
    vi: 'Đã nhắc ba lần, «{title}» vẫn chưa được xử lý. Đề nghị đơn vị phụ trách kế hoạch đôn đốc.',
    en: 'Three reminders brought no move on “{title}”. Please follow it up.',
  },
  goingBackAndForth: {
    vi: '«{title}» đã bị trả lại nhiều lần. Đề nghị đơn vị phụ trách kế hoạch xem xét.',
    en: '“{title}” has been sent back several times. Please look into it.',
  },
  checkpointReported: {
    vi: '{by} đã nộp báo cáo kỳ «{title}».',
    en: '{by} handed in the periodic report “{title}”.',
  },
  checkpointReturned: {
    vi: '{by} trả lại báo cáo kỳ «{title}» để bổ sung.',
    en: '{by} returned the periodic report “{title}”.',
  },
  checkpointAccepted: {
    vi: '{by} đã chấp nhận báo cáo kỳ «{title}».',
    en: '{by} accepted the periodic report “{title}”.',
  },
  checkpointWaiting: {
    vi: 'Nhắc việc: báo cáo kỳ «{title}» cần được bổ sung và nộp lại.',
    en: 'Reminder: the periodic report “{title}” has to be completed and handed in again.',
  },
} as const satisfies Record<string, Words>;

export type NoticeTemplateId = keyof typeof noticeTemplates;
