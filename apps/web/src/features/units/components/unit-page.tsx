import { Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { Unit, UnitPage as UnitPageData } from '@phancong/contracts';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { CountLinks } from '../../../components/plan/count-links.js';
import { CountsBar } from '../../../components/ui/counts-bar.js';
import { DateField } from '../../../components/ui/date-field.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { paths } from '../../../config/paths.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { useUnit } from '../api/get-unit.js';
import { useUnitsWords } from '../units-words.js';
import classes from './unit-page.module.css';
import { UnitHistory } from './unit-history.js';
import { ValiditySpan } from './validity-span.js';

/** One unit: who it was and became, and the work it leads where the reader may see it. */
export function UnitPage() {
  const { unitId } = useParams({ from: '/signed-in/don-vi/$unitId' });
  const t = useUnitsWords();
  const glossary = useGlossary();
  const { asOf } = useSearch({ from: '/signed-in/don-vi/$unitId' });
  const navigate = useNavigate();
  const { today } = useClock();
  const page = useUnit(unitId, asOf);
  useDocumentTitle(`${page.data?.unit.name ?? t('title')} · Phân Công`);
  if (page.isPending) return <LoadingRows rows={5} height={64} />;
  if (!page.data) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  const { unit, predecessors, successors } = page.data;
  return (
    <>
      <PageHeader
        above={<Link to={paths.units}>{t('title')}</Link>}
        title={unit.name}
        below={glossary(unit.kind)}
        actions={unit.confirmed ? null : <ToneBadge tone="amber">{t('unconfirmed')}</ToneBadge>}
      />
      <div className={classes.columns}>
        <div className={classes.side}>
          <UnitWork page={page.data} />
          <DateField
            label={t('workOn')}
            description={t('workOnHint')}
            required
            maxDate={today}
            value={page.data.countsOn}
            onChange={(day) =>
              void navigate({
                to: paths.unit,
                params: { unitId },
                search: day === null || day === today ? {} : { asOf: day },
                replace: true,
              })
            }
          />
          <UnitHistory unitId={unitId} />
        </div>
        <div className={classes.side}>
          <UnitFacts unit={unit} />
          <UnitLinks title={t('predecessors')} units={predecessors} />
          <UnitLinks title={t('successors')} units={successors} />
        </div>
      </div>
    </>
  );
}

function UnitWork({ page: { unit, counts } }: { page: UnitPageData }) {
  const t = useUnitsWords();
  const glossary = useGlossary();
  const search = { flow: 'task' as const, unitId: unit.id };
  return (
    <Sheet title={t('work')} aside={counts && counts.total > 0 && <strong>{counts.total}</strong>}>
      {counts === null && <Text c="dimmed">{t('hiddenWork')}</Text>}
      {counts?.total === 0 && <Text c="dimmed">{t('noWork')}</Text>}
      {counts !== null && counts.total > 0 && (
        <>
          <CountsBar counts={counts} />
          <div className={classes.numbers}>
            <CountLinks counts={counts} search={search} about={glossary('total')} />
          </div>
          <Link to={paths.work} search={search} className={classes.all}>
            {t('allWork')}
          </Link>
        </>
      )}
    </Sheet>
  );
}

function UnitFacts({ unit }: { unit: Unit }) {
  const t = useUnitsWords();
  const units = useUnits();
  const parent = units.data?.items.find(({ id }) => id === unit.parentId);
  return (
    <Sheet>
      <dl className={classes.facts}>
        <Fact name={t('valid')}>{(unit.validFrom || unit.validTo) && <ValiditySpan unit={unit} />}</Fact>
        <Fact name={t('parent')}>
          {parent && (
            <Link to={paths.unit} params={{ unitId: parent.id }}>
              {parent.name}
            </Link>
          )}
        </Fact>
        <Fact name={t('code')}>{unit.code}</Fact>
        <Fact name={t('alsoCalled')}>{unit.aliases.join('; ')}</Fact>
        <Fact name={t('earlierNames')}>{earlierNames(unit)}</Fact>
        <Fact name={t('phone')}>{unit.contact?.phone}</Fact>
        <Fact name={t('email')}>{unit.contact?.email}</Fact>
        <Fact name={t('address')}>{unit.contact?.address}</Fact>
      </dl>
    </Sheet>
  );
}

/** Names that the unit had before, without the present one. */
const earlierNames = (unit: Unit) =>
  [...new Set((unit.earlier ?? []).map(({ name }) => name))].filter((name) => name !== unit.name).join('; ');

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function UnitLinks({ title, units }: { title: string; units: readonly Unit[] }) {
  if (units.length === 0) return null;
  return (
    <Sheet title={title}>
      <ul className={classes.links}>
        {units.map((unit) => (
          <li key={unit.id}>
            <Link to={paths.unit} params={{ unitId: unit.id }}>
              {unit.name}
            </Link>{' '}
            <ValiditySpan unit={unit} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
