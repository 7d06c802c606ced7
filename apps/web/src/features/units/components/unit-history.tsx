import type { RecordedEvent } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { Sheet } from '../../../components/ui/sheet.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { paths } from '../../../config/paths.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { useRegistryEvents } from '../api/get-registry-events.js';
import { eventsOfUnit } from '../group-events.js';
import { useUnitsWords } from '../units-words.js';
import classes from './unit-page.module.css';

/** What happened to a unit, each with its day and the document that ordered it. */
export function UnitHistory({ unitId }: { unitId: string }) {
  const t = useUnitsWords();
  const events = useRegistryEvents();
  const own = eventsOfUnit(events.data?.items ?? [], unitId).filter(({ on }) => on !== null);
  if (own.length === 0) return null;
  return (
    <Sheet title={t('history')}>
      <ol className={classes.history}>
        {own.map((event, place) => (
          <Happening key={event.id ?? place} event={event} />
        ))}
      </ol>
    </Sheet>
  );
}

function Happening({ event: { on, change, document, confirmed } }: { event: RecordedEvent }) {
  const t = useUnitsWords();
  const language = useLanguage();
  return (
    <li>
      <strong>{on && formatDay(on, language)}</strong> {t(`kind_${change.kind}`)}
      {change.kind === 'merged' && (
        <>
          : <UnitNames ids={change.unitIds} /> → <UnitNames ids={[change.intoId]} />
        </>
      )}
      {change.kind === 'split' && (
        <>
          : <UnitNames ids={[change.unitId]} /> → <UnitNames ids={change.intoIds} />
        </>
      )}
      {change.kind === 'renamed' && `: ${change.name}`}
      {change.kind === 'moved' && (
        <>
          : <UnitNames ids={[change.parentId]} />
        </>
      )}
      {document && <div className={classes.span}>{document}</div>}
      {!confirmed && <ToneBadge tone="amber">{t('unconfirmed')}</ToneBadge>}
    </li>
  );
}

function UnitNames({ ids }: { ids: readonly string[] }) {
  const units = useUnits();
  const nameOf = (id: string) => units.data?.items.find((unit) => unit.id === id)?.shortName ?? id;
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && ', '}
      <Link to={paths.unit} params={{ unitId: id }}>
        {nameOf(id)}
      </Link>
    </span>
  ));
}
