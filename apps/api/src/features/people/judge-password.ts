import type { Words } from '@phancong/contracts';
import { dictionary } from '@zxcvbn-ts/language-common';

const SHORTEST = 10;

/** Passwords known from breaches, as the library lists them. */
const breached = new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));

/** What is left of a password without the digits and signs that people hang on to it. */
const stem = (password: string) => password.replace(/^[\d\W_]+|[\d\W_]+$/gu, '');

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Why a new password is not good enough; undefined when it is. Long beats odd: no rule asks for signs or capitals. */
export function judgePassword(password: string, username: string): Words | undefined {
  const typed = password.normalize('NFC').toLowerCase();
  if ([...letters.segment(typed)].length < SHORTEST) {
    return {
      vi: `Mật khẩu cần ít nhất ${SHORTEST} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
      en: `The password needs at least ${SHORTEST} characters. A short sentence is best.`,
    };
  }
  if (breached.has(typed) || breached.has(stem(typed)) || new Set(typed.split('')).size < 5) {
    return {
      vi: 'Mật khẩu này nằm trong danh sách đã bị lộ hoặc quá dễ đoán. Hãy chọn một câu của riêng bạn.',
      en: 'This password is on the list of breached ones or is too easy to guess. Choose a sentence of your own.',
    };
  }
  if (username.length > 3 && typed.includes(username.toLowerCase())) {
    return {
      vi: 'Mật khẩu không được chứa tên đăng nhập.',
      en: 'The password may not contain the user name.',
    };
  }
  return undefined;
}
