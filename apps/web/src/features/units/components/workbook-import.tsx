import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import type { RegistryTableRead } from '@phancong/contracts';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useReadWorkbook } from '../api/read-workbook.js';
import { useRecordEvents } from '../api/record-events.js';
import { useUnitsWords } from '../units-words.js';
import { PreviewSheet } from './preview-sheet.js';
import classes from './record-change-page.module.css';

/** Many changes at once: the exported workbook, edited and read back; bad cells are named. */
export function WorkbookImport() {
  const t = useUnitsWords();
  const workbook = useReadWorkbook();
  const record = useRecordEvents();
  const read = workbook.data;
  const error = record.error ?? workbook.error;
  const ready = read?.preview && read.preview.faults.length === 0 && read.events.length > 0;
  return (
    <Sheet title={t('workbook')}>
      <Text mb="sm">{t('workbookHint')}</Text>
      <Group gap="xs">
        <Button component="a" href="/api/registry/workbook" variant="default">
          {t('exportWorkbook')}
        </Button>
        <FileButton
          accept=".xlsx"
          onChange={(file) => {
            record.reset();
            if (file) workbook.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={workbook.isPending}>
              {t('importWorkbook')}
            </Button>
          )}
        </FileButton>
        {ready && !record.isSuccess && (
          <Button loading={record.isPending} onClick={() => record.mutate({ events: read.events })}>
            {t('recordMany', { count: read.events.length })}
          </Button>
        )}
      </Group>
      <RefusalAlert error={error} mt="sm" />
      {record.isSuccess && (
        <Alert color="green" role="status" mt="sm">
          {t('recorded')}
        </Alert>
      )}
      {read && !record.isSuccess && <WorkbookOutcome read={read} />}
    </Sheet>
  );
}

function WorkbookOutcome({ read }: { read: RegistryTableRead }) {
  const t = useUnitsWords();
  const say = useSay();
  if (read.faults.length > 0) {
    return (
      <Alert color="red" role="alert" mt="sm" title={t('badCells', { count: read.faults.length })}>
        <ul className={classes.changes}>
          {read.faults.slice(0, 50).map(({ row, column, words }) => (
            <li key={`${row} ${column} ${words.vi}`}>
              {t('cell', { row, column })}: {say(words)}
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  return read.preview ? <PreviewSheet preview={read.preview} /> : <Text mt="sm">{t('previewNothing')}</Text>;
}
