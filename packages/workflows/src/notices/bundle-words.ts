import type { Words } from '@phancong/contracts';

import type { NoticeTemplateId } from './notice-templates.js';

/** Kinds that come in masses, each with a sentence for many; `{count}` how many. */
const summaries: Partial<Record<NoticeTemplateId, Words>> = {
  deadlinePassed: { vi: 'Quá hạn: {count} việc chưa hoàn thành.', en: 'Overdue: {count} pieces of work are not done.' },
  taskAssigned: {
    vi: 'Đơn vị được giao {count} nhiệm vụ. Đề nghị đơn vị tiếp nhận.',
    en: '{count} tasks were assigned to your unit. Please acknowledge them.',
  },
  taskNotAcknowledged: {
    vi: 'Nhắc việc: {count} nhiệm vụ chưa được tiếp nhận.',
    en: 'Reminder: {count} tasks have not been acknowledged.',
  },
  taskNotBegun: {
    vi: 'Nhắc việc: {count} nhiệm vụ đã tiếp nhận nhưng chưa triển khai.',
    en: 'Reminder: {count} tasks are acknowledged but not begun.',
  },
  taskReported: { vi: '{count} nhiệm vụ được báo cáo hoàn thành.', en: '{count} tasks were reported as completed.' },
  taskAccepted: { vi: 'Kết quả {count} nhiệm vụ được chấp nhận.', en: 'The results of {count} tasks were accepted.' },
  reviewWaiting: {
    vi: 'Nhắc việc: {count} báo cáo đang chờ đơn vị xem xét.',
    en: 'Reminder: {count} reports wait for your review.',
  },
  remindedInVain: {
    vi: 'Đã nhắc ba lần, {count} việc vẫn chưa được xử lý. Đề nghị đơn vị phụ trách kế hoạch đôn đốc.',
    en: 'Three reminders brought no move on {count} pieces of work. Please follow them up.',
  },
  checkpointReported: { vi: '{count} báo cáo kỳ được nộp.', en: '{count} periodic reports were handed in.' },
  checkpointAccepted: { vi: '{count} báo cáo kỳ được chấp nhận.', en: '{count} periodic reports were accepted.' },
  coordinationRequested: {
    vi: '{count} đề nghị đơn vị phối hợp.',
    en: 'Your unit was asked for help {count} times.',
  },
  coordinationWaiting: {
    vi: 'Nhắc việc: {count} đề nghị phối hợp đang chờ đơn vị.',
    en: 'Reminder: {count} requests for help wait for your unit.',
  },
  contributionWaiting: {
    vi: 'Nhắc việc: {count} nội dung phối hợp đang chờ đơn vị xác nhận.',
    en: 'Reminder: {count} contributions wait for your confirmation.',
  },
};

/** The sentence for `count` notices of one kind: its own, or that of the newest and how many more there are. */
export function bundleWords(template: string, count: number, newest: Words): Words {
  if (count === 1) return newest;
  const own = Object.hasOwn(summaries, template) ? summaries[template as NoticeTemplateId] : undefined;
  if (own) return { vi: own.vi.replace('{count}', String(count)), en: own.en.replace('{count}', String(count)) };
  return {
    vi: `${newest.vi} Và ${count - 1} thông báo cùng loại.`,
    en: `${newest.en} And ${count - 1} more of the kind.`,
  };
}
