import { ActionIcon, Group, Text } from '@mantine/core';
import type { ClockStepped } from '@phancong/contracts';
import { IconPlayerTrackNext } from '@tabler/icons-react';

import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { formatDayLong } from '../../../lib/dates.js';
import { defineWords } from '../../../lib/i18n/define-words.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useStepClock } from '../api/step-clock.js';
import classes from './clock-chip.module.css';

const useClockWords = defineWords(
  'clock',
  {
    demonstration: 'Đồng hồ trình diễn',
    today: 'Hôm nay',
    step: 'Tua đồng hồ sang ngày mai',
    stepHint: 'Số liệu mô phỏng. Tua sang ngày mai để xem việc đến hạn, quá hạn và nhắc việc.',
    stepped_other: 'Đồng hồ đã sang {{day}}. {{count}} mốc thời hạn đã đến.',
  },
  {
    demonstration: 'Demonstration clock',
    today: 'Today',
    step: 'Step the clock to tomorrow',
    stepHint: 'Simulated data. Step to tomorrow to see work fall due, turn late and be reminded of.',
    stepped_one: 'The clock now says {{day}}. {{count}} deadline came.',
    stepped_other: 'The clock now says {{day}}. {{count}} deadlines came.',
  },
);

/** Today's date; on a demonstration it says so and can be stepped. */
export function ClockChip() {
  const t = useClockWords();
  const say = useSay();
  const language = useLanguage();
  const clock = useClock();
  const step = useStepClock();
  const tellDay = ({ today, fired }: ClockStepped) =>
    showSuccess(t('stepped', { day: formatDayLong(today, language), count: fired }));

  if (clock.kind === 'real') {
    return (
      <Text size="sm" className={classes.real}>
        {t('today')}: {formatDayLong(clock.today, language)}
      </Text>
    );
  }
  return (
    <Group gap={2} wrap="nowrap" className={classes.chip}>
      <Text size="xs" className={classes.text}>
        <span className={classes.label}>{t('demonstration')}: </span>
        <strong>{formatDayLong(clock.today, language)}</strong>
      </Text>
      <ActionIcon
        variant="subtle"
        size="sm"
        loading={step.isPending}
        aria-label={t('step')}
        title={t('stepHint')}
        className={classes.step ?? ''}
        onClick={() => step.mutate(1, { onSuccess: tellDay, onError: (error) => showRefusal(error, say) })}
      >
        <IconPlayerTrackNext size={14} />
      </ActionIcon>
    </Group>
  );
}
