import { Text } from '@mantine/core';
import type { InstanceLine, InstancePage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { linkToLine } from '../../../components/work/links.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useWorkPageWords } from '../work-page-words.js';

const LISTED = 5;

/** The unit whose move it is; null where nobody has to move any more. */
const holderOf = ({ holderUnitId, from, to }: InstanceLine) =>
  holderUnitId === null ? null : holderUnitId === to.id ? to : from;

/** Where the reader's unit can do nothing: what is waited for, and from whom. */
export function WaitsFor({ page: { line, children } }: { page: Pick<InstancePage, 'line' | 'children'> }) {
  const t = useWorkPageWords();
  const say = useSay();
  const flows = useFlows();
  const { actor } = useSession();
  const holder = holderOf(line);
  if (!holder) return <Text c="dimmed">{t('ended')}</Text>;
  if (holder.id !== actor.unitId) {
    return (
      <Text c="dimmed">
        {t('waitsForUnit', {
          unit: holder.name,
          state: say(flows.state(line.flow, line.state, line.machineVersion).words),
        })}
      </Text>
    );
  }
  const parts = children.flatMap((part) => {
    const partHolder = holderOf(part);
    return partHolder ? [{ part, partHolder }] : [];
  });
  if (parts.length === 0) return <Text c="dimmed">{t('noMoves')}</Text>;
  return (
    <>
      <Text c="dimmed">{t('waitsForParts', { count: parts.length })}</Text>
      <ul>
        {parts.slice(0, LISTED).map(({ part, partHolder }) => (
          <li key={part.id}>
            <Link {...linkToLine(part)}>
              {say(flows.words(part.flow))}
              {part.periodLabel && ` ${part.periodLabel}`}
            </Link>
            {`: ${say(flows.state(part.flow, part.state, part.machineVersion).words)} – ${t('turnOf', { unit: partHolder.name })}`}
          </li>
        ))}
        {parts.length > LISTED && <li>{t('moreParts', { count: parts.length - LISTED })}</li>}
      </ul>
    </>
  );
}
