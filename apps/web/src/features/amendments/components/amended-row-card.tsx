import { Checkbox } from '@mantine/core';
import type { AmendedRow, TableDifference } from '@phancong/contracts';

import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useAmendmentsWords } from '../amendments-words.js';
import { changedFields } from '../changed-fields.js';
import { useWorkWordsOf } from '../use-work-words.js';
import classes from './amendments.module.css';

const tones: Record<TableDifference['kind'], 'green' | 'red' | 'amber' | 'blue' | 'violet' | 'grey'> = {
  added: 'green',
  dropped: 'red',
  retimed: 'amber',
  reassigned: 'blue',
  retargeted: 'violet',
  moved: 'grey',
  reworded: 'grey',
};

interface AmendedRowCardProps {
  row: AmendedRow;
  clauses: readonly string[];
  /** Null once it is settled: then nothing is chosen any more. */
  taken: boolean | null;
  onTake: (taken: boolean) => void;
}

/** One row: how it changes, what it says now and afterwards, and what that does to work under way. */
export function AmendedRowCard({ row, clauses, taken, onTake }: AmendedRowCardProps) {
  const t = useAmendmentsWords();
  const say = useSay();
  const wordWork = useWorkWordsOf();
  const kinds = [...new Set(row.differences.map(({ kind }) => kind))];
  const fields = row.differences.flatMap(changedFields);
  return (
    <li className={classes.row} data-left={taken === false || undefined}>
      <div className={classes.rowHead}>
        {taken !== null && (
          <Checkbox
            aria-label={t('take', { ref: row.ref })}
            checked={taken}
            onChange={(event) => onTake(event.currentTarget.checked)}
          />
        )}
        <strong>
          <span className={classes.ref}>{row.ref}</span> {row.title}
        </strong>
        <span className={classes.kinds}>
          {kinds.map((kind) => (
            <ToneBadge key={kind} tone={tones[kind]}>
              {t(kind)}
            </ToneBadge>
          ))}
        </span>
      </div>
      {fields.length > 0 && (
        <table className={classes.compare}>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{t(field === 'title' ? 'title_field' : field)}</th>
                <td>{from === '' ? <span className={classes.quiet}>{t('nothing')}</span> : <del>{from}</del>}</td>
                <td>{to === '' ? <span className={classes.quiet}>{t('nothing')}</span> : <ins>{to}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.work}>
        <span className={classes.quiet}>{t('work')}:</span> {wordWork(row.work)}
      </p>
      {row.work.byHand.length > 0 && (
        <details className={classes.byHand}>
          <summary>{t('byHand', { count: row.work.byHand.length })}</summary>
          <ul>
            {row.work.byHand.map(({ unitName, words }, index) => (
              <li key={`${index}`}>
                <strong>{unitName}:</strong> {say(words)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {clauses.length > 0 && (
        <p className={classes.quiet}>{t('clause', { clause: [...new Set(clauses)].join('; ') })}</p>
      )}
    </li>
  );
}
