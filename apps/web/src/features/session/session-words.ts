import { defineWords } from '../../lib/i18n/define-words.js';

export const useSessionWords = defineWords(
  'session',
  {
    title: 'Đăng nhập',
    lead: 'Bản kế hoạch đã ký tự chạy: mỗi dòng của bảng phân công thành việc có thời hạn, có người chịu trách nhiệm.',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    demonstration: 'Bản trình diễn',
    demonstrationHint: 'Số liệu mô phỏng. Chọn một tài khoản để vào ngay; mật khẩu chung: {{password}}',
    again: 'Phiên làm việc đã hết hạn',
    againHint: 'Đăng nhập lại để tiếp tục. Nội dung đang nhập vẫn được giữ nguyên.',
    otherPerson: 'Bạn đã đăng nhập bằng tài khoản khác; trang sẽ được tải lại cho đơn vị đó.',
    account: 'Tài khoản',
  },
  {
    title: 'Sign in',
    lead: 'The signed plan runs itself: every row of the table becomes work with a deadline and an answerable unit.',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    demonstration: 'Demonstration',
    demonstrationHint: 'Simulated data. Choose an account to enter at once; shared password: {{password}}',
    again: 'Your session has ended',
    againHint: 'Sign in again to go on. What you typed is kept as it is.',
    otherPerson: 'You signed in with another account; the page will reload for that unit.',
    account: 'Account',
  },
);
