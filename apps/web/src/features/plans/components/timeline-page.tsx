import type { PlanPage } from '@phancong/contracts';
import { IconCalendarOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';

import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState } from '../../../components/ui/states.js';
import { usePlansWords } from '../plans-words.js';
import { CampaignTimeline } from './campaign-timeline.js';
import classes from './campaign-timeline.module.css';

/** When the year is loud: the campaigns that the plan names, with today among them. */
export function TimelinePage() {
  const { planId } = useParams({ from: '/signed-in/ke-hoach/$planId/lich' });
  return <PlanFrame planId={planId}>{(plan) => <Timeline plan={plan} />}</PlanFrame>;
}

function Timeline({ plan }: { plan: PlanPage }) {
  const t = usePlansWords();
  if (plan.calendar.length === 0) {
    return <EmptyState icon={<IconCalendarOff size={30} stroke={1.4} />} title={t('noTimeline')} />;
  }
  return (
    <Sheet title={t('timeline')}>
      <p className={classes.hint}>{t('timelineHint')}</p>
      <CampaignTimeline year={plan.year} waves={plan.calendar} />
    </Sheet>
  );
}
