import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { FlowId, WebhookEvent } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { useAddReceiver } from '../api/receivers.js';
import { useDeliveryWords } from '../delivery-words.js';
import classes from './deliveries-page.module.css';
import { ShownSecret } from './shown-secret.js';

export function ReceiverForm() {
  const t = useDeliveryWords();
  const say = useSay();
  const flows = useFlows();
  const add = useAddReceiver();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<string[]>([...WebhookEvent.options]);
  const [flow, setFlow] = useState('');
  const [added, setAdded] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = WebhookEvent.options.filter((option) => events.includes(option));
        const only = FlowId.safeParse(flow);
        add.mutate(
          { name, url, events: chosen, flows: only.success ? [only.data] : [] },
          {
            onSuccess: () => {
              setAdded(name);
              setName('');
              setUrl('');
            },
          },
        );
      }}
    >
      <RefusalAlert error={add.error} mb="sm" />
      {add.data && <ShownSecret name={added} secret={add.data.secret} />}
      <div className={classes.form}>
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('url')}
          required
          type="url"
          maxLength={2000}
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('flows')}
          value={flow}
          onChange={(event) => setFlow(event.currentTarget.value)}
          data={[
            { value: '', label: t('allFlows') },
            ...FlowId.options.map((id) => ({ value: id, label: say(flows.words(id)) })),
          ]}
        />
        <Button
          type="submit"
          loading={add.isPending}
          disabled={events.length === 0 || name.trim() === '' || url === ''}
        >
          {t('add')}
        </Button>
      </div>
      <Checkbox.Group label={t('events')} value={events} onChange={setEvents} mt="xs">
        <Group gap="md" mt={6}>
          {WebhookEvent.options.map((option) => (
            <Checkbox key={option} value={option} label={t(option)} />
          ))}
        </Group>
      </Checkbox.Group>
    </form>
  );
}
