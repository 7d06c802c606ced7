import { defineWords } from '../../lib/i18n/define-words.js';

export const useQuarantineWords = defineWords(
  'quarantine',
  {
    title: 'Việc bị tách riêng',
    hint: 'Dữ liệu trạng thái của những việc này bị hỏng nên không ai thao tác được; các việc khác vẫn chạy bình thường.',
    empty: 'Không có việc nào bị tách riêng',
    emptyHint: 'Dữ liệu trạng thái của mọi việc đều đọc được.',
    between: '{{from}} → {{to}}',
    clocks: '{{count}} mốc nhắc đang chờ',
    leadsTo: 'Lịch sử dẫn đến: «{{state}}»',
    notPossible: 'Chưa khôi phục được: {{why}}',
    repair: 'Khôi phục',
    repairNamed: 'Khôi phục «{{title}}» từ lịch sử',
    repairHint:
      '«{{title}}» trở lại trạng thái «{{state}}» như lịch sử đã ghi. Việc khôi phục được ghi thêm một dòng vào lịch sử.',
    repaired: 'Đã khôi phục «{{title}}».',
    id: 'Mã: {{id}}',
    more: 'Còn nhiều hơn thế. Nên khôi phục cơ sở dữ liệu từ bản sao lưu.',
  },
  {
    title: 'Work set aside',
    hint: 'What is stored of this work is damaged, so nobody can move it; all other work goes on.',
    empty: 'No work is set aside',
    emptyHint: 'What is stored of all work can be read.',
    between: '{{from}} → {{to}}',
    clocks: '{{count}} clocks wait',
    leadsTo: 'Its history leads to “{{state}}”',
    notPossible: 'Cannot be repaired yet: {{why}}',
    repair: 'Repair',
    repairNamed: 'Repair “{{title}}” from its history',
    repairHint: '“{{title}}” returns to “{{state}}” as its history says. The repair adds a line to the history.',
    repaired: '“{{title}}” was repaired.',
    id: 'Id: {{id}}',
    more: 'There is more than this. Consider restoring the database from a backup.',
  },
);
