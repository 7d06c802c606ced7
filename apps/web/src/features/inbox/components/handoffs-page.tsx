import { Link, useSearch } from '@tanstack/react-router';

import { PageHeader } from '../../../components/ui/page-header.js';
import { paths } from '../../../config/paths.js';
import { wholeSearch } from '../../../lib/whole-search.js';
import { useInboxWords } from '../inbox-words.js';
import classes from './inbox-filters.module.css';
import { InboxList } from './inbox-list.js';

const scopes = ['mine', 'waiting', 'done'] as const;

/** Products on their way between units, by whose signature is awaited. */
export function HandoffsPage() {
  const t = useInboxWords();
  const { scope = 'mine' } = useSearch({ from: '/signed-in/ban-giao' });
  return (
    <>
      <PageHeader title={t('handoffsTitle')} below={t('handoffsHint')} />
      <div className={classes.filters}>
        <div className={classes.scopes}>
          {scopes.map((choice) => (
            <Link
              key={choice}
              to={paths.handoffs}
              search={{ scope: choice === 'mine' ? undefined : choice }}
              activeOptions={wholeSearch}
              className={classes.scope}
              data-current={scope === choice ? true : undefined}
            >
              {t(choice)}
            </Link>
          ))}
        </div>
      </div>
      <InboxList
        search={{ scope, flow: 'handoff' }}
        empty={{ title: t('emptyHandoffs'), hint: t('emptyHandoffsHint') }}
      />
    </>
  );
}
