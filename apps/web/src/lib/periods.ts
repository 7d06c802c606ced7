import type { Language } from './dates.js';

const roman = ['I', 'II', 'III', 'IV'];
const halves: Record<Language, readonly string[]> = {
  vi: ['6 tháng đầu năm', '6 tháng cuối năm'],
  en: ['First half of', 'Second half of'],
};

/** Months as activation writes the window of a task: '05/2025', '08-10/2025'. */
const months = /^(\d{2})(?:-(\d{2}))?\/(\d{4})$/;

/** '2025-Q2' → 'Quý II/2025', '2025-03' → 'Tháng 3/2025', '2025-H1' → '6 tháng đầu năm 2025'; other labels stay as they are. */
export function formatPeriod(label: string, language: Language): string {
  const [, first, last, ofYear] = months.exec(label) ?? [];
  if (first && ofYear) {
    const range = last ? `${Number(first)}-${Number(last)}` : String(Number(first));
    return `${language === 'vi' ? 'Tháng' : 'Month'} ${range}/${ofYear}`;
  }
  const [, year = '', part = ''] = /^(\d{4})(?:-(Q[1-4]|H[12]|\d{2}))?$/.exec(label) ?? [];
  if (year === '') return label;
  const vietnamese = language === 'vi';
  if (part === '') return vietnamese ? `Năm ${year}` : year;
  if (part.startsWith('Q')) return `${vietnamese ? 'Quý' : 'Quarter'} ${roman[Number(part[1]) - 1]}/${year}`;
  if (part.startsWith('H')) return `${halves[language][Number(part[1]) - 1]} ${year}`;
  return `${vietnamese ? 'Tháng' : 'Month'} ${Number(part)}/${year}`;
}
