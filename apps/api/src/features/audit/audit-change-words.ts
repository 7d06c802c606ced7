import type { Words } from '@phancong/contracts';

/** Changes that are no move of an instance, in the words of the office. */
const changeWords: Record<string, Words> = {
  planEdited: { vi: 'Sửa bản rà soát kế hoạch', en: 'Edited the plan under review' },
  planEditUndone: { vi: 'Hoàn tác bước rà soát', en: 'Took back a step of the review' },
  planEditRedone: { vi: 'Làm lại bước rà soát', en: 'Did a step of the review again' },
  unitEventRecorded: { vi: 'Ghi biến động đơn vị', en: 'Recorded a change of units' },
  postGiven: { vi: 'Giao chức vụ', en: 'Gave a post' },
  postChanged: { vi: 'Thay đổi chức vụ', en: 'Changed a post' },
  delegated: { vi: 'Ủy quyền', en: 'Delegated' },
  delegationChanged: { vi: 'Thay đổi ủy quyền', en: 'Changed a delegation' },
  flowCopied: { vi: 'Sao chép quy trình', en: 'Copied a workflow' },
  flowChanged: { vi: 'Sửa quy trình riêng', en: 'Changed an own workflow' },
  flowSubmitted: { vi: 'Trình duyệt quy trình riêng', en: 'Submitted an own workflow' },
  flowDraft: { vi: 'Trả lại quy trình riêng', en: 'Returned an own workflow' },
  flowReleased: { vi: 'Phê duyệt quy trình riêng', en: 'Approved an own workflow' },
  flowReplaced: { vi: 'Thay bằng bản quy trình mới', en: 'Replaced an own workflow' },
  flowStopped: { vi: 'Thôi dùng quy trình riêng', en: 'Stopped using an own workflow' },
  flowDiscarded: { vi: 'Bỏ bản nháp quy trình', en: 'Discarded a draft of a workflow' },
  progressShared: { vi: 'Cho các đơn vị thấy tiến độ của nhau', en: 'Let the units see each other’s progress' },
  progressUnshared: {
    vi: 'Thôi cho các đơn vị thấy tiến độ của nhau',
    en: 'Stopped the units seeing each other’s progress',
  },
  signedIn: { vi: 'Đăng nhập', en: 'Signed in' },
  signedOut: { vi: 'Đăng xuất', en: 'Signed out' },
  seatTaken: { vi: 'Chuyển sang chức vụ khác', en: 'Took another seat' },
};

/** An action written by a later version keeps its own name. */
export const wordChange = (action: string): Words => changeWords[action] ?? { vi: action, en: action };
