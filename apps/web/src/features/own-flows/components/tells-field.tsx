import { Button, NativeSelect } from '@mantine/core';
import type { FlowDocument, OwnFlow } from '@phancong/contracts';
import { IconTrash } from '@tabler/icons-react';

import { useSay } from '../../../lib/i18n/i18n.js';
import type { Telling } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import classes from './editable-row.module.css';

interface TellsFieldProps {
  label: string;
  tells: readonly Telling[];
  parties: FlowDocument['parties'];
  notices: OwnFlow['notices'];
  onChange: ((tells: Telling[]) => void) | null;
}

const MOST = 6;

/** Who hears of it, in which sentence of the product. */
export function TellsField({ label, tells, parties, notices, onChange }: TellsFieldProps) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const sides = [
    { value: 'from', label: say(parties.from) },
    { value: 'to', label: say(parties.to) },
    { value: 'owner', label: t('owner') },
  ];
  const replace = (place: number, part: Partial<Telling>) =>
    onChange?.(tells.map((telling, other) => (other === place ? { ...telling, ...part } : telling)));
  return (
    <fieldset className={`${classes.pairs} ${classes.whole}`} disabled={onChange === null}>
      <legend>{label}</legend>
      {tells.map((telling, place) => (
        <div key={`${place} ${telling.notice}`} className={classes.pair}>
          <NativeSelect
            aria-label={`${label} ${place + 1}`}
            data={notices.map(({ id, words }) => ({ value: id, label: say(words) }))}
            value={telling.notice}
            onChange={(event) => replace(place, { notice: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={`${t('tellTo')} ${place + 1}`}
            data={sides}
            value={telling.to}
            onChange={(event) => replace(place, { to: event.currentTarget.value as Telling['to'] })}
          />
          {onChange && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={t('removeNamed', { name: `${label} ${place + 1}` })}
              onClick={() => onChange(tells.filter((_, other) => other !== place))}
            >
              <IconTrash size={15} />
            </Button>
          )}
        </div>
      ))}
      {onChange && tells.length < MOST && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange([...tells, { to: 'from', notice: 'ownFlowMoved' }])}
          >
            {t('addTelling')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
