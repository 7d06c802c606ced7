import type { IsoDate } from '@phancong/contracts';

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** 1.250 · 0,9 */
export const say = (quantity: number): string => numbers.format(quantity);

/** 14/3 */
export function dayMonth(day: IsoDate): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date}/${month}`;
}

/** tháng 3/2025 */
export function monthOf(day: IsoDate): string {
  const [year, month] = day.split('-').map(Number);
  return `tháng ${month}/${year}`;
}

/** The office's own pages in the demonstration; ".example" belongs to nobody (RFC 2606). */
export const pageOf = (unitId: string, path: string): string =>
  `https://${unitId.replace(/-truoc-2025-07$/, '')}.bhxh.example/${path}`;

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
