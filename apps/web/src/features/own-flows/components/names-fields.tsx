import { TextInput } from '@mantine/core';
import type { Words } from '@phancong/contracts';

import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useOwnFlowsWords } from '../own-flows-words.js';

interface NamesFieldsProps {
  words: Words;
  onChange: (words: Words) => void;
  labels?: 'name' | 'from' | 'to';
  readOnly?: boolean;
}

/** A name in both languages; a blank one is said at the field. */
export function NamesFields({ words, onChange, labels = 'name', readOnly = false }: NamesFieldsProps) {
  const t = useOwnFlowsWords();
  const common = useCommonWords();
  return (
    <>
      {(['vi', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          label={t(`${labels}${language === 'vi' ? 'Vi' : 'En'}`)}
          required={!readOnly}
          readOnly={readOnly}
          maxLength={120}
          value={words[language]}
          error={words[language].trim() === '' ? common('required') : null}
          onChange={(event) => onChange({ ...words, [language]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}
