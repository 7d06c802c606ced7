import { tidyWords } from './tidy-words.js';

/** A column that stands for a part of the year, as in a drawn schedule: a mark in it says that the work runs then. */
export type Period = { kind: 'month' | 'quarter' | 'year'; number: number };

const roman = ['I', 'II', 'III', 'IV'];

/** "Quý II", "T5", "Tháng 5", "2027"; a bare number only below words that say what is counted. */
export function readPeriod(header: string): Period | null {
  const words = tidyWords(header).replaceAll('\n', ' ');
  const quarter = /(?:^|\s)(?:quý|q\.?)\s?(IV|I{1,3}|[1-4])$/iu.exec(words)?.[1];
  if (quarter) return { kind: 'quarter', number: roman.indexOf(quarter.toUpperCase()) + 1 || Number(quarter) };
  const under = /(?:^|[\s(])quý\)?.{0,12}\s(IV|I{1,3}|[1-4])$/iu.exec(words)?.[1];
  if (under) return { kind: 'quarter', number: roman.indexOf(under.toUpperCase()) + 1 || Number(under) };
  const month = /(?:^|[\s(])(?:tháng|t)\)?\.?\s?(?:thực hiện\s)?(?:năm 20\d{2}\)?\s)?0?(1[0-2]|[1-9])$/iu.exec(
    words,
  )?.[1];
  if (month) return { kind: 'month', number: Number(month) };
  const year = /(?:^|\s)(?:năm\s)?(20\d{2})$/iu.exec(words)?.[1];
  return year ? { kind: 'year', number: Number(year) } : null;
}

const mark = /^(?:[xX×✓✔√vV+•●■*]|có)$/u;

/** True for the header of at least two such columns whose filled cells are marks, and not figures to be reached. */
export function findPeriods(headers: readonly string[], below: readonly (readonly string[])[]): (Period | null)[] {
  const periods = headers.map(readPeriod);
  const kept = periods.map((period, index) => {
    const filled = below.map((row) => tidyWords(row[index] ?? '')).filter(Boolean);
    return period && filled.every((cell) => mark.test(cell)) ? period : null;
  });
  const counted = kept.filter((period) => period !== null);
  const marks = below.flatMap((row) => row.filter((cell, index) => kept[index] && tidyWords(cell) !== ''));
  return counted.length >= 2 && marks.length > 0 ? kept : headers.map(() => null);
}

function nameRun(kind: Period['kind'], first: number, last: number): string {
  const range = first === last ? String(first) : `${first} - ${last}`;
  if (kind === 'month') return `tháng ${range}`;
  if (kind === 'quarter')
    return `quý ${first === last ? roman[first - 1] : `${roman[first - 1]} - ${roman[last - 1]}`}`;
  return first === last ? `trong năm ${first}` : `giai đoạn ${range}`;
}

/** What marks in such columns say, in words of time: marks side by side are one run. */
export function wordPeriods(periods: readonly Period[]): string {
  const runs: { kind: Period['kind']; first: number; last: number }[] = [];
  for (const { kind, number } of periods) {
    const last = runs.at(-1);
    if (last && last.kind === kind && number === last.last + 1) last.last = number;
    else runs.push({ kind, first: number, last: number });
  }
  return runs.map(({ kind, first, last }) => nameRun(kind, first, last)).join('; ');
}
