import { defineWords } from '../../lib/i18n/define-words.js';

export const useMatrixWords = defineWords(
  'matrix',
  {
    label: 'Ma trận tiến độ: dòng kế hoạch theo đơn vị',
    row: 'Dòng',
    hint: 'Di chuyển bằng phím mũi tên, Enter để mở danh sách việc của ô.',
    cell: 'Dòng {{ref}}, {{unit}}: {{counts}}',
    emptyCell: 'Dòng {{ref}}, {{unit}}: không có nhiệm vụ',
    empty: 'Chưa có nhiệm vụ nào trong ma trận',
    emptyHint: 'Ma trận hiện ra khi kế hoạch đã được giao thành nhiệm vụ và đơn vị bạn được xem.',
    atCell: 'Chỉ vào một ô để xem tiến độ.',
    tasks: 'nhiệm vụ',
    reports: 'kỳ báo cáo',
    legend:
      'Ô nói về các kỳ báo cáo của nhiệm vụ (hoặc về chính nhiệm vụ khi không có kỳ): quá hạn trước, rồi đến việc đã xong, việc sắp tới; số là số việc mang màu đó.',
  },
  {
    label: 'Matrix of progress: rows of the plan by unit',
    row: 'Row',
    hint: 'Move with the arrow keys, Enter opens the tasks of the cell.',
    cell: 'Row {{ref}}, {{unit}}: {{counts}}',
    emptyCell: 'Row {{ref}}, {{unit}}: no tasks',
    empty: 'No tasks in the matrix yet',
    emptyHint: 'The matrix appears when the plan is work and your unit may see it.',
    atCell: 'Point at a cell to read its progress.',
    tasks: 'tasks',
    reports: 'reports',
    legend:
      'A cell speaks of the periodic reports of its tasks (of the tasks where there are none): what is overdue first, then what is done, then what is to come; the number counts what has that colour.',
  },
);
