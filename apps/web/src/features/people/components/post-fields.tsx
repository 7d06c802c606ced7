import { NativeSelect } from '@mantine/core';
import { Post } from '@phancong/contracts';
import type { GivePost } from '@phancong/contracts';

import { DateField } from '../../../components/ui/date-field.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { usePeopleWords } from '../people-words.js';

export const noPost: GivePost = { unitId: '', post: 'officer', validFrom: null, validTo: null };

interface PostFieldsProps {
  value: GivePost;
  onChange: (post: GivePost) => void;
}

/** Unit, post, first and last day. Units are those of today; a person who may not keep one is told so by the server. */
export function PostFields({ value, onChange }: PostFieldsProps) {
  const t = usePeopleWords();
  const glossary = useGlossary();
  const { today } = useClock();
  const units = useUnits({ asOf: today });
  const items = (units.data?.items ?? []).filter(({ kind }) => kind !== 'external');
  return (
    <>
      <NativeSelect
        label={t('unit')}
        required
        value={value.unitId}
        onChange={(event) => onChange({ ...value, unitId: event.currentTarget.value })}
        data={[{ value: '', label: t('unitHint') }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('post')}
        required
        value={value.post}
        onChange={(event) => onChange({ ...value, post: Post.parse(event.currentTarget.value) })}
        data={Post.options.map((post) => ({ value: post, label: glossary(post) }))}
      />
      <DateField
        label={t('from')}
        value={value.validFrom}
        onChange={(validFrom) => onChange({ ...value, validFrom })}
        openAt={today}
      />
      <DateField
        label={t('until')}
        value={value.validTo}
        onChange={(validTo) => onChange({ ...value, validTo })}
        openAt={value.validFrom ?? today}
      />
    </>
  );
}
