import type { Words } from '@phancong/contracts';

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function writeValue(value: unknown, language: 'vi' | 'en'): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const [, year, month, day] = isoDay.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return text;
  return language === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** Fills `{name}` in both languages; days are written the way each language writes them. */
export function fillWords(words: Words, values: Record<string, unknown>): Words {
  const fill = (text: string, language: 'vi' | 'en') =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? writeValue(values[name], language) : whole));
  return { vi: fill(words.vi, 'vi'), en: fill(words.en, 'en') };
}
