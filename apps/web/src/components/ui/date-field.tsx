import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import { DateInput, DatesProvider } from '@mantine/dates';
import { makeDate } from '@phancong/calendar';
import type { IsoDate } from '@phancong/contracts';

import { useCommonWords } from '../../lib/i18n/common-words.js';
import { useLanguage } from '../../lib/i18n/i18n.js';

/** Reads a whole typed day alone: '20/6/2025', '20.06.2025'. Half a day means nothing yet. */
export function readTypedDay(text: string): IsoDate | null {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  return year === undefined ? null : makeDate(Number(year), Number(month), Number(date));
}

interface DateFieldProps {
  label: string;
  value: IsoDate | null;
  onChange: (day: IsoDate | null) => void;
  required?: boolean;
  error?: string | null;
  description?: string;
  minDate?: IsoDate;
  maxDate?: IsoDate;
  /** Day shown when the calendar opens on an empty field; the demonstration's today is not the machine's. */
  openAt?: IsoDate;
}

/** A day typed or picked as 31/12/2025; weeks begin on Monday, in Vietnamese too. */
export function DateField({
  value,
  onChange,
  error,
  openAt,
  required,
  description,
  minDate,
  maxDate,
  label,
}: DateFieldProps) {
  const t = useCommonWords();
  const language = useLanguage();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <DateInput
        label={label}
        description={description}
        required={required ?? false}
        value={value}
        onChange={(day) => onChange(day === null ? null : day.slice(0, 10))}
        error={error}
        valueFormat="DD/MM/YYYY"
        dateParser={readTypedDay}
        placeholder="31/12/2025"
        clearable={!required}
        {...(openAt ? { defaultDate: openAt } : {})}
        {...(minDate ? { minDate } : {})}
        {...(maxDate ? { maxDate } : {})}
        clearButtonProps={{ 'aria-label': t('clear') }}
        ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
      />
    </DatesProvider>
  );
}
