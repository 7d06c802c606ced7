import { NumberInput, SegmentedControl } from '@mantine/core';
import type { Passage, SplitDecision } from '@phancong/contracts';

import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisation-page.module.css';

interface SplitChoiceProps {
  passage: Passage;
  split: SplitDecision | null;
  onChange: (split: SplitDecision | null) => void;
}

const whole = 'whole';

/** How the targets of a unit that is split are shared: not at all, equally, or by a number typed for each successor. */
export function SplitChoice({ passage: { from, heirs }, split, onChange }: SplitChoiceProps) {
  const t = useReorganisationsWords();
  const choose = (key: string) => {
    if (key !== 'equal' && key !== 'number') return onChange(null);
    const numberOf = (id: string) => split?.parts.find(({ toUnitId }) => toUnitId === id)?.number ?? 1;
    return onChange({
      unitId: from.id,
      key,
      parts: heirs.map(({ id }) => ({ toUnitId: id, number: key === 'equal' ? 1 : numberOf(id) })),
    });
  };
  return (
    <fieldset className={classes.split}>
      <legend>{t('splitOf', { name: from.name })}</legend>
      <SegmentedControl
        aria-label={t('splitOf', { name: from.name })}
        size="sm"
        value={split?.key ?? whole}
        onChange={choose}
        data={[
          { value: whole, label: t('splitNot') },
          { value: 'equal', label: t('splitEqual') },
          { value: 'number', label: t('splitNumber') },
        ]}
      />
      {split?.key === 'number' && (
        <div className={classes.shares}>
          {split.parts.map((part) => (
            <NumberInput
              key={part.toUnitId}
              label={heirs.find(({ id }) => id === part.toUnitId)?.name ?? part.toUnitId}
              min={0}
              max={1_000_000_000_000}
              hideControls
              thousandSeparator="."
              decimalSeparator=","
              value={part.number}
              onChange={(typed) =>
                onChange({
                  ...split,
                  parts: split.parts.map((other) =>
                    other.toUnitId === part.toUnitId ? { ...other, number: Number(typed) || 0 } : other,
                  ),
                })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
