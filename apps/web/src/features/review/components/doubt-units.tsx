import { Button, MultiSelect } from '@mantine/core';
import { useState } from 'react';

import { foldMarks } from '../../../components/form/unit-field.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import type { Answer } from '../api/settle-doubt.js';
import { useReviewWords } from '../review-words.js';
import classes from './doubts.module.css';

interface DoubtUnitsProps {
  year: number;
  onAnswer: (answer: Answer) => void;
}

/** Says which units a name of the document means, for every row that uses it; or that nobody is meant. */
export function DoubtUnits({ year, onAnswer }: DoubtUnitsProps) {
  const t = useReviewWords();
  const units = useUnits({ asOf: `${year}-01-15` });
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <div className={classes.units}>
      <MultiSelect
        label={t('chooseUnits')}
        searchable
        limit={80}
        data={units.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        filter={({ options, search }) =>
          options.filter((option) => 'label' in option && foldMarks(option.label).includes(foldMarks(search.trim())))
        }
        value={chosen}
        onChange={setChosen}
      />
      <div className={classes.answers}>
        <Button
          size="compact-md"
          variant="light"
          disabled={chosen.length === 0}
          onClick={() => onAnswer({ kind: 'units', unitIds: chosen })}
        >
          {t('assignUnits')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => onAnswer({ kind: 'units', unitIds: [] })}>
          {t('nobody')}
        </Button>
      </div>
    </div>
  );
}
