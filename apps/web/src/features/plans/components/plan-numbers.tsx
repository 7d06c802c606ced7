import type { PlanPage, Tone } from '@phancong/contracts';

import { boxes } from '../../../components/plan/count-links.js';
import { CountsBar } from '../../../components/ui/counts-bar.js';
import { StatLink } from '../../../components/ui/stat-link.js';
import { paths } from '../../../config/paths.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-numbers.module.css';

const tones: Record<(typeof boxes)[number]['box'], Tone> = {
  doneOnTime: 'green',
  doneLate: 'amber',
  openInTime: 'blue',
  openOverdue: 'red',
  standing: 'grey',
  cancelled: 'grey',
};

/** The boxes of the whole plan, each number opening its list. */
export function PlanNumbers({ plan }: { plan: PlanPage }) {
  const t = usePlansWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const search = { flow: 'task', planId: plan.id };
  return (
    <section aria-label={t('numbers')} className={classes.numbers}>
      <div className={classes.stats}>
        <StatLink
          label={glossary('total')}
          value={formatNumber(plan.counts.total, language)}
          to={paths.work}
          search={search}
        />
        {boxes.map(({ box }) => (
          <StatLink
            key={box}
            label={glossary(box)}
            value={formatNumber(plan.counts[box], language)}
            tone={tones[box]}
            to={paths.work}
            search={{ ...search, timeliness: box }}
          />
        ))}
      </div>
      <CountsBar counts={plan.counts} />
    </section>
  );
}
