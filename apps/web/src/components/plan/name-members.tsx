import type { IsoDate, PlanNames } from '@phancong/contracts';
import { useState } from 'react';

import { useSay } from '../../lib/i18n/i18n.js';
import { usePlanNames } from '../../lib/queries/get-plan-names.js';
import { DateField } from '../ui/date-field.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorState, LoadingRows } from '../ui/states.js';
import classes from './name-members.module.css';
import { usePlanWords } from './plan-words.js';

interface NameMembersProps {
  planId: string;
  /** The day first asked; another may be chosen. */
  day: IsoDate;
}

/**
 * Whom the names of the plan mean on a day, before anything is given out: members of classes, and names that mean nobody. Closed
 * until somebody asks.
 */
export function NameMembers({ planId, day: first }: NameMembersProps) {
  const t = usePlanWords();
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.whole} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('nameMembers')}</summary>
      {open && <Names planId={planId} day={first} />}
    </details>
  );
}

function Names({ planId, day: first }: NameMembersProps) {
  const t = usePlanWords();
  const [day, setDay] = useState(first);
  const found = usePlanNames(planId, day);
  return (
    <Sheet>
      <DateField label={t('nameMembersOn')} required value={day} onChange={(chosen) => chosen && setDay(chosen)} />
      {found.isPending && <LoadingRows rows={3} />}
      {found.isError && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <ul className={classes.names}>
          {found.data.names.map((entry) => (
            <Name key={entry.name} entry={entry} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Name({ entry: { name, refs, members, why } }: { entry: PlanNames['names'][number] }) {
  const t = usePlanWords();
  const say = useSay();
  const rows = <span className={classes.quiet}>{t('nameRows', { refs: refs.join(', ') })}</span>;
  if (members.length > 1) {
    return (
      <li>
        <details>
          <summary>
            <strong>{name}</strong> · {t('nameUnits', { count: members.length })} {rows}
          </summary>
          <p className={classes.members}>{members.map((member) => member.name).join('; ')}</p>
        </details>
      </li>
    );
  }
  return (
    <li>
      <strong>{name}</strong>
      {members[0] && members[0].name !== name && ` → ${members[0].name}`}
      {why && ` · ${say(why)}`} {rows}
    </li>
  );
}
