import type { IsoDate, PlanNames } from '@phancong/contracts';
import { useState } from 'react';
import type { ComponentType } from 'react';

import { useSay } from '../../lib/i18n/i18n.js';
import { usePlanNames } from '../../lib/queries/get-plan-names.js';
import { DateField } from '../ui/date-field.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorState, LoadingRows } from '../ui/states.js';
import classes from './name-members.module.css';
import { usePlanWords } from './plan-words.js';

/** A name of the plan, and whom it means on the day asked. */
type NameEntry = PlanNames['names'][number];

export interface NameEditorProps {
  planId: string;
  day: IsoDate;
  entry: NameEntry;
}

interface NameMembersProps {
  planId: string;
  /** The day first asked; another may be chosen. */
  day: IsoDate;
  /** Where the members may be changed: what changes those of one name. */
  editor?: ComponentType<NameEditorProps> | undefined;
}

/**
 * Whom the names of the plan mean on a day, before anything is given out: members of classes, and names that mean nobody. Closed
 * until somebody asks.
 */
export function NameMembers(props: NameMembersProps) {
  const t = usePlanWords();
  const [open, setOpen] = useState(false);
  return (
    <details
      className={classes.whole}
      onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
    >
      <summary>{t('nameMembers')}</summary>
      {open && <Names {...props} />}
    </details>
  );
}

function Names({ planId, day: first, editor: Editor }: NameMembersProps) {
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
            <li key={entry.name}>
              <Name entry={entry} />
              {Editor && <Editor planId={planId} day={day} entry={entry} />}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Name({ entry }: { entry: NameEntry }) {
  const t = usePlanWords();
  const say = useSay();
  const { name, refs, members, why } = entry;
  const rows = <span className={classes.quiet}>{t('nameRows', { refs: refs.join(', ') })}</span>;
  if (members.length > 1) {
    return (
      <details>
        <summary>
          <strong>{name}</strong> · {t('nameUnits', { count: members.length })} {rows}
        </summary>
        <p className={classes.members}>{members.map((member) => member.name).join('; ')}</p>
        <OwnWord entry={entry} />
      </details>
    );
  }
  return (
    <>
      <strong>{name}</strong>
      {members[0] && members[0].name !== name && ` → ${members[0].name}`}
      {why && ` · ${say(why)}`} {rows}
      <OwnWord entry={entry} />
    </>
  );
}

/** Where the plan has said its own: what differs from the registry. */
function OwnWord({ entry: { settled, members, registry } }: { entry: NameEntry }) {
  const t = usePlanWords();
  if (!settled) return null;
  const lacking = (from: NameEntry['members'], among: NameEntry['members']) =>
    from.filter(({ id }) => !among.some((other) => other.id === id)).map(({ name }) => name);
  const [added, left] = [lacking(members, registry), lacking(registry, members)];
  return (
    <p className={classes.quiet}>
      {t('nameOwn')}
      {registry.length > 0 && added.length > 0 && ` ${t('nameAdded', { names: added.join('; ') })}`}
      {left.length > 0 && ` ${t('nameLeft', { names: left.join('; ') })}`}
    </p>
  );
}
