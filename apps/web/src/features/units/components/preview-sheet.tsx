import { Alert, Text } from '@mantine/core';
import type { RegistryPreview } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useUnitsWords } from '../units-words.js';
import classes from './record-change-page.module.css';

/** Units before and after, and what waits to be moved; or why it cannot be. */
export function PreviewSheet({ preview }: { preview: RegistryPreview }) {
  const t = useUnitsWords();
  const say = useSay();
  return (
    <div className={classes.preview} role="status">
      {preview.faults.map(({ words }) => (
        <Alert key={words.vi} color="red">
          {say(words)}
        </Alert>
      ))}
      <Sheet title={t('previewTitle')}>
        {preview.changes.length === 0 && <Text c="dimmed">{t('previewNothing')}</Text>}
        <ul className={classes.changes}>
          {preview.changes.map(({ before, after }) => (
            <li key={after?.id ?? before?.id}>
              {before ? before.name : <em>{t('newUnit')}</em>} → {after?.name}
              {after?.validTo && before?.validTo !== after.validTo && ` (${t('endsOn', { day: after.validTo })})`}
            </li>
          ))}
        </ul>
        {(preview.openWork > 0 || preview.people > 0) && (
          <Text mt="xs">{t('previewMoves', { work: preview.openWork, people: preview.people })}</Text>
        )}
      </Sheet>
    </div>
  );
}
