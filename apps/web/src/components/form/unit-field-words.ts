import { defineWords } from '../../lib/i18n/define-words.js';

export const useUnitFieldWords = defineWords(
  'unitField',
  { unstaffed: '{{unit}} (chưa có người dùng)' },
  { unstaffed: '{{unit}} (no user yet)' },
);
