import { describe, expect, it } from '@jest/globals';

import { judgePassword } from './judge-password.js';

describe('A new password', () => {
  it.each(['hoa gạo tháng ba', 'Trời xanh mây trắng 2025', 'khong-de-doan-dau'])('%s is good enough', (password) => {
    expect(judgePassword(password, 'bac-giang')).toBeUndefined();
  });

  it.each([
    ['ngắn quá', 'ít nhất 10 ký tự'],
    ['1234567890', 'đã bị lộ'],
    ['Password2025!', 'đã bị lộ'],
    ['qwertyuiop', 'đã bị lộ'],
    ['aaaaaaaaaaaa', 'đã bị lộ'],
    ['Mật khẩu bac-giang', 'tên đăng nhập'],
  ])('%s is refused: %s', (password, why) => {
    expect(judgePassword(password, 'bac-giang')?.vi).toContain(why);
  });

  it('counts what the eye counts: marks typed apart make no password longer', () => {
    expect(judgePassword('ẵẵẵẵẵbcde'.normalize('NFD'), 'x')?.vi).toContain('ít nhất');
  });
});
