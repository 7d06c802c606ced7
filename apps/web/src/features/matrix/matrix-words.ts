import { defineWords } from '../../lib/i18n/define-words.js';

export const useMatrixWords = defineWords(
  'matrix',
  {
    label: 'Ma trận tiến độ: dòng kế hoạch theo đơn vị',
    row: 'Dòng',
    hint: 'Di chuyển bằng phím mũi tên, Enter để mở danh sách nhiệm vụ của ô.',
    cell: 'Dòng {{ref}}, {{unit}}: {{counts}}',
    emptyCell: 'Dòng {{ref}}, {{unit}}: không có nhiệm vụ',
    empty: 'Chưa có nhiệm vụ nào trong ma trận',
    emptyHint: 'Ma trận hiện ra khi kế hoạch đã được giao thành nhiệm vụ và đơn vị bạn được xem.',
    atCell: 'Chỉ vào một ô để xem tiến độ.',
    legend: 'Ô có nhiều nhiệm vụ mang màu của nhiệm vụ đáng lo nhất; số là số nhiệm vụ.',
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
    legend: 'A cell with several tasks takes the colour of the one that worries most; the number counts the tasks.',
  },
);
