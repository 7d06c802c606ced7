import { Button, Title } from '@mantine/core';
import type { FlowId, StartOffer } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';
import { Suspense, lazy, useState } from 'react';

import { defineWords } from '../../lib/i18n/define-words.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { LoadingRows } from '../ui/states.js';
import { showSuccess } from '../ui/toasts.js';
import { useStartInstance } from './start-instance.js';
import panel from './panel.module.css';
import classes from './start-panel.module.css';

const PayloadForm = lazy(async () => ({ default: (await import('../form/payload-form.js')).PayloadForm }));
const UnitField = lazy(async () => ({ default: (await import('../form/unit-field.js')).UnitField }));

const useStartWords = defineWords(
  'starts',
  { starts: 'Việc có thể mở thêm', started: 'Đã gửi: {{what}}.' },
  { starts: 'What may be opened from here', started: 'Sent: {{what}}.' },
);

interface StartPanelProps {
  /** The piece of work, or the plan, that flows are opened on. */
  parentId: string;
  offers: readonly StartOffer[];
  /** The deadline of the work, for the flows that are about it. */
  dueOn: string | null;
}

/** Asking for more time, offering a product, raising a question: what may be opened here, as the machines say. */
export function StartPanel({ parentId, offers, dueOn }: StartPanelProps) {
  const t = useStartWords();
  const say = useSay();
  const start = useStartInstance();
  const [chosen, setChosen] = useState<FlowId | null>(null);
  const [toUnitId, setToUnitId] = useState<string | null>(null);
  const offered = offers.filter((choice) => choice.allowed);
  const current = offered.find((choice) => choice.flow === chosen);
  if (offered.length === 0) return null;

  const choose = (flow: FlowId | null) => {
    setChosen(flow);
    setToUnitId(null);
  };
  const send = async ({ flow, choosesUnit }: StartOffer, input: Record<string, unknown>) => {
    const { door, words } = flowOf(flow);
    const known = door?.parentDueOn ? { [door.parentDueOn]: dueOn } : {};
    const toUnit = choosesUnit && toUnitId ? { toUnitId } : {};
    await start.mutateAsync({ flow, parentId, input: { ...input, ...known }, ...toUnit });
    choose(null);
    showSuccess(t('started', { what: say(words) }));
  };

  return (
    <div className={classes.starts}>
      <Title order={3}>{t('starts')}</Title>
      <div className={panel.buttons}>
        {offered.map(({ flow, words }) => (
          <Button key={flow} variant="default" aria-expanded={chosen === flow} onClick={() => choose(flow)}>
            {say(words)}
          </Button>
        ))}
      </div>
      {current && (
        <div className={panel.form}>
          <Suspense fallback={<LoadingRows rows={2} />}>
            <PayloadForm
              key={current.flow}
              schema={flowOf(current.flow).input}
              draft={`start.${parentId}.${current.flow}`}
              sendWord={say(current.words)}
              ready={!current.choosesUnit || toUnitId !== null}
              onSend={(input) => send(current, input)}
              onCancel={() => choose(null)}
            >
              {current.choosesUnit && (
                <UnitField
                  label={say(flowOf(current.flow).parties.to)}
                  required
                  value={toUnitId}
                  onChange={setToUnitId}
                  {...(current.among ? { only: current.among } : {})}
                />
              )}
            </PayloadForm>
          </Suspense>
        </div>
      )}
    </div>
  );
}
