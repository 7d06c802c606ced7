import type { InstancePage } from '@phancong/contracts';

import { FactValue, isFact } from '../../../components/form/fact-value.js';
import { compareFields, useFieldWords } from '../../../components/form/field-words.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './facts-section.module.css';

/** What the machine holds about this piece of work: product and link of a hand-off, the day asked for, sums. */
export function FactsSection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const field = useFieldWords();
  const facts = Object.entries(page.context)
    .filter(([name, value]) => isFact(name, value))
    .toSorted(([a], [b]) => compareFields(a, b));
  if (facts.length === 0) return null;
  return (
    <Sheet title={t('context')}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{field(name as Parameters<typeof field>[0])}</dt>
            <dd>
              <FactValue name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
