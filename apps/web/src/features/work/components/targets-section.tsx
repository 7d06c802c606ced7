import type { InstancePage, TargetProgress } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { TargetLine, TargetList } from '../../../components/work/target-line.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useWorkPageWords } from '../work-page-words.js';

/** Words of a period as plans write them; a year is the whole of a plan, shorter ones begin anew. */
const periods = { tuần: 'week', tháng: 'month', quý: 'quarter', năm: 'year' } as const;
type PeriodWord = keyof typeof periods;

const isPeriod = (word: string | null): word is PeriodWord => word !== null && word in periods;

/** Quotas of the row, counted from evidence alone: "7/10-12 cuộc". */
export function TargetsSection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  if (page.targets.length === 0) return null;
  return (
    <Sheet title={t('targets')}>
      <TargetList>
        {page.targets.map((target) => (
          <PeriodTarget key={target.id} target={target} />
        ))}
      </TargetList>
    </Sheet>
  );
}

/** A weekly quota is measured in this week; all that was counted before stands below it. */
function PeriodTarget({ target }: { target: TargetProgress }) {
  const t = useWorkPageWords();
  const language = useLanguage();
  const { counted, countedThisPeriod, min, max, unit, metric, per, period } = target;
  return (
    <TargetLine
      metric={metric}
      counted={countedThisPeriod ?? counted}
      min={min}
      max={max}
      unit={[unit, per, isPeriod(period) ? t(periods[period]) : period].filter(Boolean).join('/')}
      goal={min ?? max}
      reachedWord={t('reached')}
    >
      {countedThisPeriod !== null &&
        isPeriod(period) &&
        t('thisPeriod', { period: t(periods[period]), count: formatNumber(counted, language) })}
    </TargetLine>
  );
}
