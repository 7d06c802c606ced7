import { Button, Group, Select, TextInput } from '@mantine/core';
import type { RecordEvents } from '@phancong/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { DateField } from '../../../components/ui/date-field.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { paths } from '../../../config/paths.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { usePreviewEvents, useRecordEvents } from '../api/record-events.js';
import { changeKinds, emptyChange, writeChange, type ChangeDraft } from '../write-change.js';
import { useUnitsWords } from '../units-words.js';
import { ChangeFields } from './change-fields.js';
import { PreviewSheet } from './preview-sheet.js';
import { WorkbookImport } from './workbook-import.js';
import classes from './record-change-page.module.css';

/** Recording what happened to a unit: filled in, looked at, then recorded. */
export function RecordChangePage() {
  const t = useUnitsWords();
  const { today } = useClock();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<ChangeDraft>(emptyChange(today));
  const preview = usePreviewEvents();
  const record = useRecordEvents();
  const body: RecordEvents | null = writeChange(draft);
  const change = (part: Partial<ChangeDraft>) => {
    setDraft({ ...draft, ...part });
    preview.reset();
    record.reset();
  };
  const error = record.error ?? preview.error;
  return (
    <>
      <PageHeader above={<Link to={paths.units}>{t('title')}</Link>} title={t('record')} below={t('recordHint')} />
      <Sheet>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (body) preview.mutate(body);
          }}
        >
          <Select
            label={t('whatHappened')}
            required
            allowDeselect={false}
            data={changeKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
            value={draft.kind}
            onChange={(kind) => kind && change({ kind })}
          />
          <DateField label={t('from')} required value={draft.on} onChange={(on) => on && change({ on })} />
          <ChangeFields draft={draft} onChange={change} />
          <TextInput
            label={t('document')}
            maxLength={300}
            value={draft.document}
            onChange={(event) => change({ document: event.currentTarget.value })}
          />
          <RefusalAlert error={error} />
          <Group gap="xs">
            <Button type="submit" variant="default" disabled={!body} loading={preview.isPending}>
              {t('preview')}
            </Button>
            <Button
              disabled={!body || !preview.data || preview.data.faults.length > 0}
              loading={record.isPending}
              onClick={() =>
                body &&
                record.mutate(body, { onSuccess: () => void navigate({ to: paths.units, search: { asOf: draft.on } }) })
              }
            >
              {t('recordYes')}
            </Button>
          </Group>
        </form>
      </Sheet>
      {preview.data && <PreviewSheet preview={preview.data} />}
      <div className={classes.preview}>
        <WorkbookImport />
      </div>
    </>
  );
}
