import { Button, MultiSelect } from '@mantine/core';
import type { SetPlanMembers } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { foldMarks } from '../../../components/form/unit-field.js';
import type { NameEditorProps } from '../../../components/plan/name-members.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { useMakeStep } from '../api/make-step.js';
import { useReviewWords } from '../review-words.js';
import classes from './doubts.module.css';

/** Says who a name of the plan is, in this plan alone; one step of the review. */
export function MembersEditor(props: NameEditorProps) {
  const t = useReviewWords();
  const [open, setOpen] = useState(false);
  if (open) return <Members {...props} onDone={() => setOpen(false)} />;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t('membersChangeOf', { name: props.entry.name })}
      onClick={() => setOpen(true)}
    >
      {t('membersChange')}
    </Button>
  );
}

function Members({ planId, day, entry, onDone }: NameEditorProps & { onDone: () => void }) {
  const t = useReviewWords();
  const { name, members, settled } = entry;
  const units = useUnits({ asOf: day });
  const step = useMakeStep(planId);
  const [chosen, setChosen] = useState(() => members.map(({ id }) => id));
  const [seen] = useState<SetPlanMembers['expected']>(() => (settled ? members.map(({ id }) => id) : null));
  const offered = new Map(members.map((member) => [member.id, member.name]));
  for (const unit of units.data?.items ?? []) offered.set(unit.id, unit.name);
  const save = (unitIds: string[]) =>
    step.mutate(
      { kind: 'members', body: { name, unitIds, expected: seen } },
      {
        onSuccess: () => {
          showSuccess(t('membersSaved', { name }));
          onDone();
        },
      },
    );
  return (
    <div className={classes.units} role="group" aria-label={t('membersChangeOf', { name })}>
      <MultiSelect
        label={t('membersOf', { name })}
        description={t('membersHint')}
        error={chosen.length === 0 ? t('membersNone') : null}
        searchable
        hidePickedOptions
        limit={80}
        data={[...offered].map(([value, label]) => ({ value, label }))}
        filter={({ options, search }) =>
          options.filter((option) => 'label' in option && foldMarks(option.label).includes(foldMarks(search.trim())))
        }
        value={chosen}
        onChange={setChosen}
      />
      <RefusalAlert error={step.error} />
      <div className={classes.answers}>
        <Button
          size="compact-md"
          variant="light"
          disabled={chosen.length === 0}
          loading={step.isPending}
          onClick={() => save(chosen)}
        >
          {t('membersSave')}
        </Button>
        {settled && (
          <Button size="compact-md" variant="default" disabled={step.isPending} onClick={() => save([])}>
            {t('membersBack')}
          </Button>
        )}
        <Button size="compact-md" variant="subtle" onClick={onDone}>
          {t('membersCancel')}
        </Button>
      </div>
    </div>
  );
}
