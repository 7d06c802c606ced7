import type { ReorganisationPreview } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisation-page.module.css';

/** Workflows that ended units had made for themselves: nobody is bound to them any more, and one should know. */
export function OwnFlowList({ ownFlows }: Pick<ReorganisationPreview, 'ownFlows'>) {
  const t = useReorganisationsWords();
  const say = useSay();
  if (ownFlows.length === 0) return null;
  return (
    <Sheet title={t('ownFlows')} flush>
      <ul className={classes.lines}>
        {ownFlows.map(({ unit, flow, words }) => (
          <li key={`${unit.id} ${flow}`}>
            {unit.name}: {say(words)}
          </li>
        ))}
        <li className={classes.quiet}>{t('ownFlowsHint')}</li>
      </ul>
    </Sheet>
  );
}
