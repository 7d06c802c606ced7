import { ActionIcon, Group, Menu, Text, Tooltip } from '@mantine/core';
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
    step: 'Tua ngày của bản trình diễn',
    stepHint: 'Số liệu mô phỏng. Tua ngày để xem việc đến hạn, quá hạn và nhắc việc.',
    nextDay: 'Sang ngày mai',
    nextWeek: 'Tiến 7 ngày',
    nextMonth: 'Tiến 30 ngày',
    stepped: 'Đồng hồ đã sang {{day}}. {{fired}} mốc thời hạn đã đến.',
  },
  {
    demonstration: 'Demonstration clock',
    today: 'Today',
    step: 'Step the demonstration clock',
    stepHint: 'Simulated data. Step the day to see work fall due, turn late and be reminded of.',
    nextDay: 'To tomorrow',
    nextWeek: 'Forward 7 days',
    nextMonth: 'Forward 30 days',
    stepped: 'The clock now says {{day}}. {{fired}} deadlines came.',
  },
);

/** Today's date; on a demonstration it says so and can be stepped. */
export function ClockChip() {
  const t = useClockWords();
  const say = useSay();
  const language = useLanguage();
  const clock = useClock();
  const step = useStepClock();
  const advance = (days: number) =>
    step.mutate(days, {
      onSuccess: ({ today, fired }) => showSuccess(t('stepped', { day: formatDayLong(today, language), fired })),
      onError: (error) => showRefusal(error, say),
    });

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
      <Menu position="bottom-end" withArrow>
        <Tooltip label={t('step')}>
          <Menu.Target>
            <ActionIcon variant="subtle" size="sm" loading={step.isPending} aria-label={t('step')} className={classes.step}>
              <IconPlayerTrackNext size={14} />
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown maw={280}>
          <Menu.Label>{t('stepHint')}</Menu.Label>
          <Menu.Item onClick={() => advance(1)}>{t('nextDay')}</Menu.Item>
          <Menu.Item onClick={() => advance(7)}>{t('nextWeek')}</Menu.Item>
          <Menu.Item onClick={() => advance(30)}>{t('nextMonth')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
