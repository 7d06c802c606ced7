import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { PayloadPart } from '@phancong/contracts';
import { IconTrash } from '@tabler/icons-react';

import { useFieldWords } from '../../../components/form/field-words.js';
import type { Asked } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import classes from './editable-row.module.css';

const fields = ['reason', 'note', 'link', 'fileId', 'proofLink'] as const;
type Field = (typeof fields)[number];
const isField = (part: PayloadPart): part is Field => (fields as readonly string[]).includes(part);

/** The label of a part as the forms show it. */
export function usePartWord(): (part: PayloadPart) => string {
  const t = useOwnFlowsWords();
  const field = useFieldWords();
  return (part) => (isField(part) ? field(part) : t(part));
}

/** What has to be typed with a move, from the fixed list. */
export function AsksField({ asks, onChange }: { asks: readonly Asked[]; onChange: (asks: Asked[]) => void }) {
  const t = useOwnFlowsWords();
  const word = usePartWord();
  const left = PayloadPart.options.filter((part) => !asks.some((asked) => asked.part === part));
  return (
    <fieldset className={`${classes.pairs} ${classes.whole}`}>
      <legend>{t('asks')}</legend>
      {asks.map(({ part, required }) => (
        <div key={part} className={classes.pair}>
          <span>{word(part)}</span>
          <Checkbox
            size="xs"
            label={t('required')}
            aria-label={`${word(part)}: ${t('required')}`}
            checked={required}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onChange(asks.map((asked) => (asked.part === part ? { part, required: checked } : asked)));
            }}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('removeNamed', { name: word(part) })}
            onClick={() => onChange(asks.filter((asked) => asked.part !== part))}
          >
            <IconTrash size={15} />
          </Button>
        </div>
      ))}
      {asks.length < 6 && (
        <NativeSelect
          aria-label={t('addAsk')}
          value=""
          data={[{ value: '', label: t('addAsk') }, ...left.map((part) => ({ value: part, label: word(part) }))]}
          onChange={(event) => {
            const part = PayloadPart.safeParse(event.currentTarget.value);
            if (part.success) onChange([...asks, { part: part.data, required: true }]);
          }}
        />
      )}
    </fieldset>
  );
}
