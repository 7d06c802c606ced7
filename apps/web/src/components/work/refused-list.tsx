import { List } from '@mantine/core';
import type { BulkMoveAnswer } from '@phancong/contracts';

import { useSay } from '../../lib/i18n/i18n.js';
import type { MovedLine } from './bulk-moves.js';
import { useWorkWords } from './work-words.js';

/** Names under one reason; the rest of them is a number. */
const namedAtOnce = 5;

/** Refused lines by their reason: a thousand lines with one reason are one entry. */
export function RefusedList({ refused, lines }: { refused: BulkMoveAnswer['refused']; lines: readonly MovedLine[] }) {
  const t = useWorkWords();
  const say = useSay();
  const titles = new Map(lines.map((line) => [line.id, line.title]));
  const byReason = new Map<string, BulkMoveAnswer['refused']>();
  for (const one of refused) {
    const reason = say(one.error.message);
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  return (
    <List size="sm" spacing="xs">
      {[...byReason].map(([reason, those]) => (
        <List.Item key={reason}>
          <strong>{reason}</strong>
          <br />
          {those
            .slice(0, namedAtOnce)
            .map(({ id }) => titles.get(id) ?? id)
            .join('; ')}
          {those.length > namedAtOnce && ` ${t('andOthers', { count: those.length - namedAtOnce })}`}
        </List.Item>
      ))}
    </List>
  );
}
