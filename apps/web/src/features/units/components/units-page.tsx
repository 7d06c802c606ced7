import { useDocumentTitle } from '@mantine/hooks';
import type { Unit } from '@phancong/contracts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { DateField } from '../../../components/ui/date-field.js';
import { SearchField } from '../../../components/form/search-field.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { findUnits, groupUnits } from '../find-units.js';
import { useUnitsWords } from '../units-words.js';
import classes from './units-page.module.css';
import { RegistryActions } from './registry-actions.js';
import { RegistryTimeline } from './registry-timeline.js';
import { ValiditySpan } from './validity-span.js';

/** The registry of one day; the address holds the day and the search. */
export function UnitsPage() {
  const t = useUnitsWords();
  const { today } = useClock();
  const search = useSearch({ from: '/signed-in/don-vi' });
  const navigate = useNavigate();
  const units = useUnits({ asOf: search.asOf ?? today });
  const found = findUnits(units.data?.items ?? [], search.q ?? '');
  const change = (part: typeof search) =>
    void navigate({ to: paths.units, search: { ...search, ...part }, replace: true });
  useDocumentTitle(`${t('title')} · Phân Công`);

  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} actions={<RegistryActions />} />
      <RegistryTimeline asOf={search.asOf ?? today} onChoose={(asOf) => change({ asOf })} />
      <div className={classes.filters}>
        <SearchField
          label={t('search')}
          placeholder={t('searchHint')}
          value={search.q ?? ''}
          onChange={(q) => change({ q })}
        />
        <DateField
          label={t('asOf')}
          required
          value={search.asOf ?? today}
          onChange={(asOf) => change({ asOf: asOf === null || asOf === today ? undefined : asOf })}
        />
        {units.data && <span className={classes.count}>{t('count', { count: found.length })}</span>}
      </div>
      {units.isPending && <LoadingRows rows={10} height={40} />}
      {units.isError && !units.data && <ErrorState error={units.error} onRetry={() => void units.refetch()} />}
      {units.data && found.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {groupUnits(found).map((group) => (
        <UnitGroup key={group.kind} {...group} />
      ))}
    </>
  );
}

function UnitGroup({ kind, units }: { kind: Unit['kind']; units: Unit[] }) {
  const t = useUnitsWords();
  const glossary = useGlossary();
  return (
    <div className={classes.group}>
      <Sheet
        title={glossary(kind)}
        aside={<span className={classes.count}>{t('count', { count: units.length })}</span>}
      >
        <ul className={classes.list}>
          {units.map((unit) => (
            <li key={unit.id}>
              <Link to={paths.unit} params={{ unitId: unit.id }} className={classes.unit}>
                <span>{unit.name}</span>
                <ValiditySpan unit={unit} />
              </Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  );
}
