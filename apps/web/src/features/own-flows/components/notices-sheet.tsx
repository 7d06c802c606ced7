import { Button, Text, TextInput } from '@mantine/core';
import { NoticeSentence } from '@phancong/contracts';
import type { Words } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { addNotice, removeNotice } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { EditableRow } from './editable-row.js';
import type { DocumentPart } from './names-sheet.js';
import classes from './editable-row.module.css';

/** Sentences of the office's own, to be chosen beside those of the product wherever somebody is told something. */
export function NoticesSheet({ document, change }: DocumentPart) {
  const t = useOwnFlowsWords();
  const common = useCommonWords();
  const say = useSay();
  const [added, setAdded] = useState<string | null>(null);
  const spoken = useLanguage();
  const notices = Object.entries(document.notices ?? {});
  const wrongIn = (sentence: string): string | null => {
    if (sentence.trim() === '') return common('required');
    const [vi, en] = NoticeSentence.safeParse(sentence).error?.issues[0]?.message.split(' / ') ?? [];
    return (spoken === 'vi' ? vi : (en ?? vi)) ?? null;
  };
  const put = (id: string, words: Words) => change?.({ ...document, notices: { ...document.notices, [id]: words } });
  const add = () => {
    const next = addNotice(document, { vi: t('newNoticeVi'), en: t('newNoticeEn') });
    setAdded(Object.keys(next.notices ?? {}).at(-1) ?? null);
    change?.(next);
  };
  if (notices.length === 0 && !change) return null;
  return (
    <Sheet title={t('notices')} flush>
      <Text size="sm" c="dimmed" px="md" pt="xs">
        {t('noticesHint')}
      </Text>
      <ul className={classes.rows}>
        {notices.map(([id, words]) => (
          <EditableRow
            key={id}
            name={say(words)}
            about=""
            opened={id === added}
            onRemove={change && (() => change(removeNotice(document, id)))}
          >
            {(['vi', 'en'] as const).map((language) => (
              <TextInput
                key={language}
                className={classes.whole}
                label={t(language === 'vi' ? 'noticeVi' : 'noticeEn')}
                required
                maxLength={300}
                value={words[language]}
                error={wrongIn(words[language])}
                onChange={(event) => put(id, { ...words, [language]: event.currentTarget.value })}
              />
            ))}
          </EditableRow>
        ))}
      </ul>
      {change && (
        <div className={classes.foot}>
          <Button variant="default" onClick={add}>
            {t('addNotice')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
