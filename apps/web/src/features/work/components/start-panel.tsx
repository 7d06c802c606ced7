import { Button, Title } from '@mantine/core';
import type { FlowId, InstancePage } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';
import { Suspense, lazy, useState } from 'react';

import { LoadingRows } from '../../../components/ui/states.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useStartInstance } from '../../../components/work/start-instance.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './move-panel.module.css';

const PayloadForm = lazy(async () => ({
  default: (await import('../../../components/form/payload-form.js')).PayloadForm,
}));
const UnitField = lazy(async () => ({ default: (await import('../../../components/form/unit-field.js')).UnitField }));

/** Flows whose other party the starter names; for the rest the parent decides it. */
const namesItsUnit: readonly FlowId[] = ['handoff', 'coordination'];

/** A product passes between the units of a task: who assigned it, who leads, who coordinates. */
function partiesOfTask({ line, children }: InstancePage): string[] {
  const coordinators = children.filter(({ flow }) => flow === 'coordination').map(({ to }) => to.id);
  return [line.from.id, line.to.id, ...coordinators];
}

/** Asking for more time, offering a product: what may be opened on this piece of work. */
export function StartPanel({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const say = useSay();
  const start = useStartInstance();
  const [chosen, setChosen] = useState<FlowId | null>(null);
  const [toUnitId, setToUnitId] = useState<string | null>(null);
  const offered = page.mayStart.filter((choice) => choice.allowed);
  const current = offered.find((choice) => choice.flow === chosen);
  if (offered.length === 0) return null;

  const send = async (flow: FlowId, input: Record<string, unknown>) => {
    const known = flow === 'extension' ? { currentDueOn: page.line.dueOn } : {};
    const toUnit = toUnitId ? { toUnitId } : {};
    await start.mutateAsync({ flow, parentId: page.line.id, input: { ...input, ...known }, ...toUnit });
    setChosen(null);
    setToUnitId(null);
    showSuccess(t('started', { what: say(flowOf(flow).words) }));
  };

  return (
    <div className={classes.starts}>
      <Title order={3}>{t('starts')}</Title>
      <div className={classes.buttons}>
        {offered.map(({ flow, words }) => (
          <Button key={flow} variant="default" aria-expanded={chosen === flow} onClick={() => setChosen(flow)}>
            {say(words)}
          </Button>
        ))}
      </div>
      {current && (
        <div className={classes.form}>
          <Suspense fallback={<LoadingRows rows={2} />}>
            <PayloadForm
              key={current.flow}
              schema={flowOf(current.flow).input}
              draft={`start.${page.line.id}.${current.flow}`}
              sendWord={say(current.words)}
              ready={!namesItsUnit.includes(current.flow) || toUnitId !== null}
              onSend={(input) => send(current.flow, input)}
              onCancel={() => setChosen(null)}
            >
              {namesItsUnit.includes(current.flow) && (
                <UnitField
                  label={t('toUnit')}
                  required
                  value={toUnitId}
                  onChange={setToUnitId}
                  {...(current.flow === 'handoff' ? { only: partiesOfTask(page) } : {})}
                />
              )}
            </PayloadForm>
          </Suspense>
        </div>
      )}
    </div>
  );
}
