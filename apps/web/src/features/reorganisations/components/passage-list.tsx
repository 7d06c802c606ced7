import type { FlowId, Passage, SplitDecision } from '@phancong/contracts';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { Link } from '@tanstack/react-router';

import { UnitField } from '../../../components/form/unit-field.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { paths } from '../../../config/paths.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatMoney, formatNumber } from '../../../lib/numbers.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisation-page.module.css';
import { SplitChoice } from './split-choice.js';

interface PassageListProps {
  passages: readonly Passage[];
  chosen: Readonly<Record<string, string>>;
  onChoose: (unitId: string, toUnitId: string | null) => void;
  splits: readonly SplitDecision[];
  onSplit: (unitId: string, split: SplitDecision | null) => void;
}

interface Group {
  key: string;
  to: Passage['to'];
  sources: Passage[];
}

/** By successor, so that a merger reads as one; what waits for a decision comes first. */
function groupBySuccessor(passages: readonly Passage[], chosen: PassageListProps['chosen']): Group[] {
  const groups = new Map<string, Group>();
  for (const passage of passages) {
    const asks = passage.to === null || passage.from.id in chosen;
    const key = asks ? '' : (passage.to?.id ?? '');
    const group = groups.get(key) ?? { key, to: asks ? null : passage.to, sources: [] };
    group.sources.push(passage);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(a.key !== '') - Number(b.key !== '') || (a.to?.name ?? '').localeCompare(b.to?.name ?? '', 'vi'),
  );
}

/** Who takes over from whom, with what each unit holds; units without a clear successor ask for one. */
export function PassageList({ passages, chosen, onChoose, splits, onSplit }: PassageListProps) {
  const t = useReorganisationsWords();
  if (passages.length === 0) return null;
  return (
    <Sheet title={t('passages')} flush>
      <ul className={classes.lines}>
        {groupBySuccessor(passages, chosen).map(({ key, to, sources }) => (
          <li key={key}>
            {to ? (
              <Link to={paths.unit} params={{ unitId: to.id }} className={classes.receiver}>
                {to.name}
              </Link>
            ) : (
              <span className={classes.receiver}>{t('undecided')}</span>
            )}
            <ul className={classes.sources}>
              {sources.map((passage) => (
                <li key={passage.from.id} className={classes.source}>
                  <span>{passage.from.name}</span>
                  <Holdings passage={passage} />
                  {to === null && (
                    <UnitField
                      className={classes.choice}
                      label={t('chooseReceiver', { name: passage.from.name })}
                      value={chosen[passage.from.id] ?? null}
                      onChange={(unitId) => onChoose(passage.from.id, unitId)}
                      {...(passage.heirs.length > 0 ? { only: passage.heirs.map(({ id }) => id) } : {})}
                    />
                  )}
                  {passage.from.id in chosen && passage.heirs.length > 1 && (
                    <SplitChoice
                      passage={passage}
                      split={splits.find(({ unitId }) => unitId === passage.from.id) ?? null}
                      onChange={(split) => onSplit(passage.from.id, split)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Holdings({ passage: { work, people, beneficiaryVnd } }: { passage: Passage }) {
  const t = useReorganisationsWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const parts = Object.entries(work).map(
    ([flow, count]) => `${formatNumber(count, language)} ${say(flows.words(flow as FlowId)).toLowerCase()}`,
  );
  if (parts.length === 0) parts.push(t('noWork'));
  if (beneficiaryVnd !== '0') parts.push(t('money', { amount: formatMoney(beneficiaryVnd, language) }));
  if (people > 0) parts.push(t('people', { count: people }));
  return <span className={classes.quiet}>{parts.join(' · ')}</span>;
}
