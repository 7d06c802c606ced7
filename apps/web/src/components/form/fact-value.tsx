import { fileAddress } from '../../config/paths.js';
import { formatDay } from '../../lib/dates.js';
import { i18n, useLanguage } from '../../lib/i18n/i18n.js';
import { formatMoney } from '../../lib/numbers.js';
import { choiceWord } from './field-words.js';

/** Tells facts that a person reads, and that have a word, from keys and counters that only the system needs. */
export function isFact(name: string, value: unknown): value is string | number {
  if (name === 'fileId') return typeof value === 'string';
  const isKey = /Ids?$/.test(name) || name.endsWith('By') || name === 'round' || name === 'timesNotDone';
  return (
    !isKey &&
    i18n.exists(name, { ns: 'fields' }) &&
    (typeof value === 'number' || (typeof value === 'string' && value !== ''))
  );
}

/** A fact of a move or a snapshot as the office writes it: days, money, links and files by what they are. */
export function FactValue({ name, value }: { name: string; value: unknown }) {
  const language = useLanguage();
  const text = String(value);
  if (name === 'fileId') return <a href={fileAddress(text)}>{language === 'vi' ? 'Mở tệp' : 'Open the file'}</a>;
  if (name.endsWith('Vnd') && /^\d+$/.test(text)) return formatMoney(text, language);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text, language);
  if (/^https?:\/\//.test(text)) {
    return (
      <a href={text} target="_blank" rel="noreferrer">
        {text}
      </a>
    );
  }
  return choiceWord(name, text);
}
