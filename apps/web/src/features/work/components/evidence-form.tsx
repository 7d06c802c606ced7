import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput, Textarea } from '@mantine/core';
import { EvidenceKind, RecordEvidence } from '@phancong/contracts';
import type { FileLink, InstancePage } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { DateField } from '../../../components/ui/date-field.js';
import { FileField } from '../../../components/ui/file-field.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useDraft } from '../../../lib/drafts.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useRecordEvidence } from '../api/record-evidence.js';
import type { EvidenceBody } from '../api/record-evidence.js';
import { useWorkPageWords } from '../work-page-words.js';

type Draft = EvidenceBody & { file: FileLink | null };

/** Date, place, participants, file: what a conference or a broadcast is proved with. */
export function EvidenceForm({ page, onClose }: { page: InstancePage; onClose: () => void }) {
  const t = useWorkPageWords();
  const common = useCommonWords();
  const glossary = useGlossary();
  const { today } = useClock();
  const record = useRecordEvidence(page.line.id);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [draft, setDraft, forget] = useDraft<Draft>(`evidence.${page.line.id}`, {
    targetId: page.targets[0]?.id ?? null,
    kind: 'conference',
    title: '',
    happenedOn: today,
    place: null,
    participants: null,
    quantity: 1,
    link: null,
    note: null,
    file: null,
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const blankAsNull = (text: string) => (text === '' ? null : text);

  const send = () => {
    const { file, ...typed } = draft;
    const body = { ...typed, fileId: file?.id ?? null };
    const issues = RecordEvidence.safeParse(body).error?.issues ?? [];
    setErrors(Object.fromEntries(issues.map((issue) => [String(issue.path[0]), common('invalid')])));
    if (issues.length > 0) return;
    record.mutate(body, {
      onSuccess: () => {
        forget();
        showSuccess(t('recorded'));
        onClose();
      },
    });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <RefusalAlert error={record.error} />
        <TextInput
          label={t('evidenceTitle')}
          required
          value={draft.title}
          error={errors.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select
            label={t('evidenceKind')}
            allowDeselect={false}
            data={EvidenceKind.options.map((kind) => ({ value: kind, label: glossary(kind) }))}
            value={draft.kind}
            onChange={(kind) => change({ kind: EvidenceKind.parse(kind) })}
          />
          <DateField
            label={t('happenedOn')}
            required
            value={draft.happenedOn}
            maxDate={today}
            openAt={today}
            error={errors.happenedOn ?? null}
            onChange={(day) => change({ happenedOn: day ?? '' })}
          />
          <TextInput
            label={t('place')}
            value={draft.place ?? ''}
            error={errors.place}
            onChange={(event) => change({ place: blankAsNull(event.currentTarget.value) })}
          />
          <NumberInput
            label={t('participants')}
            min={0}
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            value={draft.participants ?? ''}
            error={errors.participants}
            onChange={(value) => change({ participants: typeof value === 'number' ? value : null })}
          />
          {page.targets.length > 0 && (
            <Select
              label={t('countsFor')}
              data={[
                ...page.targets.map((target) => ({ value: target.id, label: target.metric })),
                { value: '', label: t('noTarget') },
              ]}
              allowDeselect={false}
              value={draft.targetId ?? ''}
              onChange={(targetId) => change({ targetId: blankAsNull(targetId ?? '') })}
            />
          )}
          <NumberInput
            label={t('quantity')}
            min={0}
            thousandSeparator="."
            decimalSeparator=","
            value={draft.quantity ?? 1}
            error={errors.quantity}
            onChange={(value) => change({ quantity: typeof value === 'number' ? value : 1 })}
          />
        </SimpleGrid>
        <TextInput
          label={t('link')}
          type="url"
          placeholder="https://"
          value={draft.link ?? ''}
          error={errors.link}
          onChange={(event) => change({ link: blankAsNull(event.currentTarget.value) })}
        />
        <FileField label={t('file')} value={draft.file} onChange={(file) => change({ file })} />
        <Textarea
          label={t('note')}
          autosize
          minRows={2}
          value={draft.note ?? ''}
          onChange={(event) => change({ note: blankAsNull(event.currentTarget.value) })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={record.isPending}>
            {t('record')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
