import type { Money } from '@phancong/contracts';

import type { Language } from './dates.js';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** 12345 → '12.345' (vi), '12,345' (en). */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** '450000000' → '450.000.000 đồng'. Money is a string of digits: it never passes through a float. */
export function formatMoney(value: Money, language: Language): string {
  return `${new Intl.NumberFormat(locales[language]).format(BigInt(value))} đồng`;
}

/** '98.50' → '98,50 %' in Vietnamese. */
export function formatRate(rate: string, language: Language): string {
  return `${language === 'vi' ? rate.replace('.', ',') : rate} %`;
}
