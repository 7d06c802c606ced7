import { Entry, EntryList } from '../../../components/ui/entry-list.js';
import { LoadMore } from '../../../components/ui/load-more.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState } from '../../../components/ui/states.js';
import { formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useDismissedLetters } from '../api/dead-letters.js';
import { useDeliveryWords } from '../delivery-words.js';

/** What was given up for good: what it was, why it had failed, who dismissed it and why. Not there while there is none. */
export function DismissedSection() {
  const t = useDeliveryWords();
  const say = useSay();
  const language = useLanguage();
  const dismissed = useDismissedLetters();
  const items = dismissed.data?.pages.flatMap((page) => page.items) ?? [];
  if (dismissed.isError && !dismissed.data) {
    return (
      <Sheet title={t('dismissed')}>
        <ErrorState error={dismissed.error} onRetry={() => void dismissed.refetch()} />
      </Sheet>
    );
  }
  if (items.length === 0) return null;
  return (
    <Sheet title={t('dismissed')} flush>
      <EntryList>
        {items.map((letter) => (
          <Entry
            key={letter.id}
            name={letter.title ? `${say(letter.what)} · ${letter.title}` : say(letter.what)}
            what={`${t('dismissReason')}: ${letter.reason}`}
            about={`${say(letter.why)} ${t('dismissedBy', { name: letter.dismissedBy, at: formatInstant(letter.dismissedAt, language) })}`}
          />
        ))}
      </EntryList>
      <LoadMore query={dismissed} />
    </Sheet>
  );
}
