import { defineWords } from '../../lib/i18n/define-words.js';

export const useNoticesWords = defineWords(
  'notices',
  {
    title: 'Thông báo',
    unread_other: '{{count}} thông báo chưa đọc',
    allRead: 'Đã đọc hết',
    readAll: 'Đánh dấu đã đọc tất cả',
    empty: 'Chưa có thông báo',
    emptyHint: 'Khi có việc đến lượt đơn vị, đến hạn hoặc quá hạn, thông báo sẽ hiện ở đây.',
    isUnread: 'Chưa đọc',
    unfold_other: 'Xem {{count}} thông báo',
    fold: 'Thu gọn',
  },
  {
    title: 'Notices',
    unread_one: '{{count}} unread notice',
    unread_other: '{{count}} unread notices',
    allRead: 'All read',
    readAll: 'Mark all as read',
    empty: 'No notices yet',
    emptyHint: 'When it is your unit’s move, or work falls due or late, it is told here.',
    isUnread: 'Unread',
    unfold_one: 'Show {{count}} notice',
    unfold_other: 'Show {{count}} notices',
    fold: 'Fold',
  },
);
