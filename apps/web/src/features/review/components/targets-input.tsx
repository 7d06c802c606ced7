import { Button, CloseButton, NumberInput, TextInput } from '@mantine/core';
import type { Target } from '@phancong/contracts';
import { IconPlus } from '@tabler/icons-react';

import { useReviewWords } from '../review-words.js';
import classes from './items.module.css';

interface TargetsInputProps {
  value: readonly Target[];
  onChange: (targets: Target[]) => void;
}

const newTarget: Target = { metric: '', min: null, max: null, unit: '', per: null, period: null };

/** The quotas of a row: what, how many, of what measure, for whom, how often. */
export function TargetsInput({ value, onChange }: TargetsInputProps) {
  const t = useReviewWords();
  const change = (index: number, part: Partial<Target>) =>
    onChange(value.map((target, at) => (at === index ? { ...target, ...part } : target)));
  return (
    <>
      {value.map((target, index) => (
        <div key={`${index}`} className={classes.target} role="group" aria-label={`${t('targets')} ${index + 1}`}>
          <TextInput
            label={t('metric')}
            value={target.metric}
            onChange={(event) => change(index, { metric: event.currentTarget.value })}
          />
          {(['min', 'max'] as const).map((bound) => (
            <NumberInput
              key={bound}
              label={t(bound)}
              hideControls
              min={0}
              value={target[bound] ?? ''}
              onChange={(typed) => change(index, { [bound]: typeof typed === 'number' ? typed : null })}
            />
          ))}
          <TextInput
            label={t('unit')}
            value={target.unit}
            onChange={(event) => change(index, { unit: event.currentTarget.value })}
          />
          {(['per', 'period'] as const).map((name) => (
            <TextInput
              key={name}
              label={t(name)}
              value={target[name] ?? ''}
              onChange={(event) => change(index, { [name]: event.currentTarget.value || null })}
            />
          ))}
          <CloseButton
            aria-label={t('removeTarget', { number: index + 1 })}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...value, { ...newTarget }])}
      >
        {t('addTarget')}
      </Button>
    </>
  );
}
