import { Button, NativeSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { DateField } from '../../../components/ui/date-field.js';
import { LoadMore } from '../../../components/ui/load-more.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { auditExportAddress, useAudit } from '../api/get-audit.js';
import { useAuditWords } from '../audit-words.js';
import classes from './audit-page.module.css';
import { AuditRow } from './audit-row.js';

const PAUSE_MS = 350;

/** The record of changes that one's unit may see; the address holds what is looked for. */
export function AuditPage() {
  const t = useAuditWords();
  const search = useSearch({ from: '/signed-in/nhat-ky' });
  const navigate = useNavigate();
  const units = useUnits();
  const record = useAudit(search);
  const items = record.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (part: typeof search) =>
    void navigate({ to: paths.audit, search: { ...search, ...part }, replace: true });
  const changePerson = useDebouncedCallback(
    (person: string) => change({ person: person.trim() || undefined }),
    PAUSE_MS,
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        below={t('hint')}
        actions={
          items.length > 0 && (
            <Button
              component="a"
              href={auditExportAddress(search)}
              download
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              {t('export')}
            </Button>
          )
        }
      />
      <div className={classes.filters}>
        <DateField
          label={t('from')}
          value={search.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
        />
        <DateField label={t('to')} value={search.to ?? null} onChange={(to) => change({ to: to ?? undefined })} />
        <Select
          label={t('unit')}
          placeholder={t('anyUnit')}
          searchable
          clearable
          data={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={search.unitId ?? null}
          onChange={(unitId) => change({ unitId: unitId ?? undefined })}
        />
        <TextInput
          label={t('person')}
          placeholder={t('personHint')}
          maxLength={80}
          defaultValue={search.person ?? ''}
          onChange={(event) => changePerson(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('kind')}
          data={[
            { value: '', label: t('both') },
            { value: 'move', label: t('move') },
            { value: 'change', label: t('change') },
          ]}
          value={search.kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ kind: value === 'move' || value === 'change' ? value : undefined })
          }
        />
      </div>
      {record.isPending && <LoadingRows rows={8} height={56} />}
      {record.isError && !record.data && <ErrorState error={record.error} onRetry={() => void record.refetch()} />}
      {record.data && items.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {items.length > 0 && (
        <Sheet flush>
          {items.map((line) => (
            <AuditRow key={`${line.id} ${line.number}`} line={line} />
          ))}
        </Sheet>
      )}
      <LoadMore query={record} />
    </>
  );
}
