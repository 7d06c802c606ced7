import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useCommonWords } from '../../lib/i18n/common-words.js';
import { useLanguage, useSay } from '../../lib/i18n/i18n.js';
import { formatNumber } from '../../lib/numbers.js';
import { queryKeys } from '../../lib/query-keys.js';
import { useFlows } from '../../lib/queries/get-flows.js';
import { ErrorState, LoadingRows } from '../ui/states.js';
import { requestOf } from './bulk-moves.js';
import type { BulkMove } from './bulk-moves.js';
import { previewBulkMove } from './make-bulk-move.js';
import { RefusedList } from './refused-list.js';
import { useWorkWords } from './work-words.js';

interface BulkDialogProps {
  move: BulkMove;
  onMake: (move: BulkMove, payload: Record<string, unknown>) => void;
  onClose: () => void;
}

/** What a move on many lines would do, before it does: how many go, which do not and why, and the reason where one is asked for. */
export function BulkDialog({ move, onMake, onClose }: BulkDialogProps) {
  const t = useWorkWords();
  const common = useCommonWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const [reason, setReason] = useState('');
  const asksReason = flows.asksReason(move.flow, move.event);
  const preview = useQuery({
    queryKey: queryKeys.instances.bulkPreview(move),
    queryFn: ({ signal }) => previewBulkMove(requestOf(move, asksReason ? { reason: t('bulkPreview') } : {}), signal),
    staleTime: 0,
    gcTime: 0,
  });
  const allowed = new Set(preview.data?.allowed);
  const word = say(flows.event(move.flow, move.event));
  return (
    <Modal opened onClose={onClose} title={word} size="lg" closeButtonProps={{ 'aria-label': common('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const lines = move.lines.filter(({ id }) => allowed.has(id));
          onMake({ ...move, lines }, asksReason ? { reason: reason.trim() } : {});
        }}
      >
        {preview.isPending && <LoadingRows rows={3} height={24} />}
        {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && (
          <>
            <Text role="status" mb="sm">
              {t('bulkAllowed', {
                count: allowed.size,
                allowed: formatNumber(allowed.size, language),
                total: formatNumber(move.lines.length, language),
              })}
            </Text>
            {preview.data.refused.length > 0 && (
              <Alert color="amber" mb="sm" title={t('bulkRefused', { count: preview.data.refused.length })}>
                <RefusedList refused={preview.data.refused} lines={move.lines} />
              </Alert>
            )}
          </>
        )}
        {asksReason && (
          <Textarea
            label={t('reason')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" disabled={allowed.size === 0 || (asksReason && reason.trim() === '')}>
            {t('bulkOthers', { move: word, count: formatNumber(allowed.size, language) })}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
