import type { ReorganisationDay } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { paths } from '../../../config/paths.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useReorganisations } from '../api/get-reorganisations.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisations-page.module.css';

/** Days on which units gave way to others, newest first. */
export function ReorganisationsPage() {
  const t = useReorganisationsWords();
  const days = useReorganisations();
  return (
    <>
      <PageHeader above={<Link to={paths.units}>{t('toUnits')}</Link>} title={t('title')} below={t('hint')} />
      {days.isPending && <LoadingRows rows={3} height={64} />}
      {days.isError && !days.data && <ErrorState error={days.error} onRetry={() => void days.refetch()} />}
      {days.data?.items.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {days.data && days.data.items.length > 0 && (
        <Sheet flush>
          <ul className={classes.days}>
            {days.data.items.map((day) => (
              <Day key={day.on} day={day} />
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

function Day({ day }: { day: ReorganisationDay }) {
  const t = useReorganisationsWords();
  const language = useLanguage();
  return (
    <li>
      <Link to={paths.reorganisation} params={{ on: day.on }} className={classes.day}>
        <strong>{t('fromDay', { day: formatDay(day.on, language) })}</strong>
        <span className={classes.quiet}>{t('counts', { ended: day.ended, successors: day.successors })}</span>
        <span className={classes.state}>
          {day.openWork > 0 ? (
            <ToneBadge tone="amber">{t('waiting', { count: formatNumber(day.openWork, language) })}</ToneBadge>
          ) : (
            <ToneBadge tone={day.runs > 0 ? 'green' : 'grey'}>
              {t(day.runs > 0 ? 'applied' : 'nothingWaiting')}
            </ToneBadge>
          )}
        </span>
      </Link>
    </li>
  );
}
