import { Text } from '@mantine/core';

import { EntryList } from '../../../components/ui/entry-list.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useReceivers } from '../api/receivers.js';
import { useDeliveryWords } from '../delivery-words.js';
import { ReceiverEntry } from './receiver-entry.js';
import { ReceiverForm } from './receiver-form.js';

/** The systems that are told of work, and the form that registers one. */
export function ReceiversSection() {
  const t = useDeliveryWords();
  const receivers = useReceivers();
  return (
    <Sheet title={t('receivers')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('receiversHint')}
      </Text>
      {receivers.isPending && <LoadingRows rows={2} />}
      {receivers.isError && !receivers.data && (
        <ErrorState error={receivers.error} onRetry={() => void receivers.refetch()} />
      )}
      {receivers.data && (
        <>
          <ReceiverForm />
          {receivers.data.items.length === 0 && (
            <Text size="sm" mt="sm">
              {t('noReceivers')}
            </Text>
          )}
          <EntryList>
            {receivers.data.items.map((receiver) => (
              <ReceiverEntry key={receiver.id} receiver={receiver} />
            ))}
          </EntryList>
        </>
      )}
    </Sheet>
  );
}
