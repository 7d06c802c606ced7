import { flows } from '@phancong/workflows';

import { defineWords } from '../../lib/i18n/define-words.js';
import { i18n } from '../../lib/i18n/i18n.js';

/** Labels of the fields that payloads of moves use, by their names in the machines, in the order they are read. */
const vi = {
  product: 'Sản phẩm bàn giao',
  request: 'Nội dung đề nghị phối hợp',
  purpose: 'Mục đích chi',
  reason: 'Lý do',
  summary: 'Tóm tắt kết quả',
  figure: 'Số liệu của kỳ',
  note: 'Ghi chú',
  link: 'Đường dẫn',
  proofLink: 'Đường dẫn sản phẩm đã đăng',
  fileId: 'Tệp kèm theo',
  dueOn: 'Hạn mới',
  askedDueOn: 'Hạn đề nghị',
  opinion: 'Ý kiến thẩm định',
  orderNumber: 'Số lệnh chuyển tiền',
  on: 'Ngày',
  amountVnd: 'Số tiền',
  totalVnd: 'Tổng dự toán',
  content: 'Nội dung',
  appraiserUnitIds: 'Đơn vị thẩm định',
  payerUnitId: 'Đơn vị chuyển tiền',
  unitId: 'Đơn vị',
  toUnitId: 'Chuyển đến đơn vị',
  title: 'Tên việc',
  reviewOn: 'Ngày xem lại',
  registryOn: 'Ngày áp dụng danh mục đơn vị',
  quantity: 'Số lượng',
  proofNote: 'Ghi chú kết quả',
  askedReason: 'Lý do đề nghị',
  currentDueOn: 'Hạn khi đề nghị',
  grantedDueOn: 'Hạn được đồng ý',
  transferredOn: 'Ngày chuyển',
  receivedOn: 'Ngày nhận',
  reportedOn: 'Ngày báo cáo',
};

export const useFieldWords = defineWords('fields', vi, {
  reason: 'Reason',
  summary: 'Summary of results',
  figure: 'Figure of the period',
  note: 'Note',
  link: 'Link',
  proofLink: 'Link to what was published',
  product: 'Product handed over',
  fileId: 'Attached file',
  dueOn: 'New deadline',
  askedDueOn: 'Deadline asked for',
  opinion: 'Appraisal opinion',
  orderNumber: 'Payment order number',
  on: 'Day',
  amountVnd: 'Amount',
  totalVnd: 'Total estimate',
  content: 'Content',
  purpose: 'Purpose',
  appraiserUnitIds: 'Appraising units',
  payerUnitId: 'Paying unit',
  unitId: 'Unit',
  toUnitId: 'To unit',
  title: 'Title',
  request: 'Contribution asked for',
  reviewOn: 'Review day',
  registryOn: 'Registry as of',
  quantity: 'Quantity',
  proofNote: 'Note on the result',
  askedReason: 'Reason for asking',
  currentDueOn: 'Deadline when asked',
  grantedDueOn: 'Deadline granted',
  transferredOn: 'Transferred on',
  receivedOn: 'Received on',
  reportedOn: 'Reported on',
});

/** Fields that only one flow has bring their words with them: a new machine needs no new word here. */
for (const { fieldWords = {} } of Object.values(flows)) {
  for (const language of ['vi', 'en'] as const) {
    const own = Object.entries(fieldWords).map(([name, words]) => [name, words[language]]);
    i18n.addResourceBundle(language, 'fields', Object.fromEntries(own), true, false);
  }
}

/** The word of a choice of a field, where it has one. */
export const choiceWord = (field: string, choice: string): string =>
  i18n.exists(`${field}-${choice}`, { ns: 'fields' }) ? i18n.t(`${field}-${choice}`, { ns: 'fields' }) : choice;

const names = [...Object.keys(vi), ...Object.values(flows).flatMap((flow) => Object.keys(flow.fieldWords ?? {}))];

/** Sorts facts as the labels stand: what it is about, when, how much, and remarks last. */
export const compareFields = (a: string, b: string): number => names.indexOf(a) - names.indexOf(b);
