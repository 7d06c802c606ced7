import type { IsoDate } from '@phancong/contracts';
import { addDays, daysBetween, weekdayOf } from '@phancong/calendar';

export type Language = 'vi' | 'en';

const weekdays: Record<Language, readonly string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** '2025-05-20' → '20/5/2025', in English '20 May 2025': no language of ours puts the month first. */
export function formatDay(day: IsoDate, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return language === 'vi' ? `${date}/${month}/${year}` : `${date} ${monthsEn[month - 1]} ${year}`;
}

/** 'thứ Ba, 20/5/2025'. */
export function formatDayLong(day: IsoDate, language: Language): string {
  return `${weekdays[language][weekdayOf(day) - 1]}, ${formatDay(day, language)}`;
}

/** A moment on the wall clock of Asia/Ho_Chi_Minh: '20/5/2025 14:05'. */
export function formatInstant(instant: string, language: Language): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
  const [day, time] = parts.split(', ') as [string, string];
  return `${formatDay(day, language)} ${time}`;
}

/** Which heading of a list by deadline a day belongs under, seen from today. */
export type DueGroup =
  | { kind: 'overdue' | 'past' | 'today' | 'thisWeek' | 'nextWeek' | 'noTerm' }
  | { kind: 'month'; month: number; year: number };

/** Weeks begin on Monday; after next week the groups are months. */
export function groupOfDue(dueOn: IsoDate | null, today: IsoDate): DueGroup {
  if (dueOn === null) return { kind: 'noTerm' };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { kind: 'overdue' };
  if (days === 0) return { kind: 'today' };
  const sunday = addDays(today, 7 - weekdayOf(today));
  if (dueOn <= sunday) return { kind: 'thisWeek' };
  if (dueOn <= addDays(sunday, 7)) return { kind: 'nextWeek' };
  return { kind: 'month', month: Number(dueOn.slice(5, 7)), year: Number(dueOn.slice(0, 4)) };
}
