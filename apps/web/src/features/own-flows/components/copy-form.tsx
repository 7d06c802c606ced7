import { Button, Checkbox, Select, Stack } from '@mantine/core';
import { FlowId } from '@phancong/contracts';
import type { OwnFlows } from '@phancong/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { UnitField } from '../../../components/form/unit-field.js';
import { paths } from '../../../config/paths.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useChangeFlow } from '../api/change-own-flow.js';
import { useOwnFlowsWords } from '../own-flows-words.js';

/** Which shipped flow, and for whom; the draft opens at once. What cannot be copied says why. */
export function CopyForm({ shipped, units }: Pick<OwnFlows, 'shipped' | 'units'>) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const navigate = useNavigate();
  const copy = useChangeFlow();
  const [flow, setFlow] = useState<FlowId>('coordination');
  const [unitId, setUnitId] = useState<string | null>(units?.[0] ?? null);
  const [whole, setWhole] = useState(false);
  const why = shipped.find((one) => one.flow === flow)?.why;
  const make = () =>
    copy.mutate(
      { kind: 'copy', body: { flow, unitId: whole ? null : unitId, fromId: null } },
      { onSuccess: ({ id }) => void navigate({ to: paths.ownFlow, params: { id } }) },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <Stack gap="sm" maw={560}>
        <Select
          label={t('base')}
          required
          allowDeselect={false}
          data={shipped
            .toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null))
            .map((one) => ({ value: one.flow, label: say(one.words) }))}
          value={flow}
          error={why && say(why)}
          onChange={(value) => setFlow(FlowId.parse(value))}
        />
        {!whole && (
          <UnitField
            label={t('scope')}
            required
            withOwn
            value={unitId}
            onChange={setUnitId}
            {...(units ? { only: units } : {})}
          />
        )}
        {units === null && (
          <Checkbox label={t('whole')} checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)} />
        )}
        <RefusalAlert error={copy.error} />
        <div>
          <Button type="submit" loading={copy.isPending} disabled={Boolean(why) || (!whole && unitId === null)}>
            {t('make')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
