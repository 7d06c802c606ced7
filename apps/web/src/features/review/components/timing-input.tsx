import { TextInput } from '@mantine/core';
import type { Timing } from '@phancong/contracts';

import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useReviewWords } from '../review-words.js';
import { timingOfText } from '../timing-of-text.js';

interface TimingInputProps {
  label: string;
  year: number;
  value: Timing | undefined;
  onChange: (timing: Timing) => void;
}

/** Words about time, with what they are understood as below: one sees before saving which days follow. */
export function TimingInput({ label, year, value, onChange }: TimingInputProps) {
  const t = useReviewWords();
  const language = useLanguage();
  const meaning = () => {
    if (!value) return t('timingNothing');
    const parts = value.windows.map(({ start, end }) =>
      t('window', { from: formatDay(start, language), to: formatDay(end, language) }),
    );
    const due = value.deadline?.lastDay ?? value.deadline?.date;
    if (due) parts.push(t('due', { day: formatDay(due, language) }));
    if (value.recurrence.length > 0) parts.push(t('recurring'));
    if (value.asNeeded) parts.push(t('timingAsNeeded'));
    return parts.length > 0 ? parts.join('; ') : t('timingNothing');
  };
  return (
    <TextInput
      aria-label={label}
      description={t('timingReadAs', { what: meaning() })}
      inputWrapperOrder={['input', 'description']}
      value={value?.text ?? ''}
      onChange={(event) => onChange(timingOfText(event.currentTarget.value, year))}
    />
  );
}
