import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { z } from 'zod';

import { ApiError, wordsOfError } from '../../lib/api-error.js';
import { useDraft } from '../../lib/drafts.js';
import { useCommonWords } from '../../lib/i18n/common-words.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { describeFields, statedBySystem } from './describe-fields.js';
import { useFieldWords } from './field-words.js';
import { IssueList } from './issue-list.js';
import { PayloadField } from './payload-field.js';
import type { FieldValue } from './payload-field.js';

type Values = Record<string, FieldValue>;

interface PayloadFormProps {
  schema: z.ZodType;
  /** Name of the draft, so that what was typed survives a reload. */
  draft: string;
  sendWord: string;
  danger?: boolean;
  /** Resolves when it was accepted; the form then forgets its draft. */
  onSend: (payload: Record<string, unknown>) => Promise<unknown>;
  onCancel: () => void;
  /** Fields before those of the schema. */
  children?: ReactNode;
  ready?: boolean;
  initial?: Values;
}

const isEmpty = (value: FieldValue | undefined) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Leaves out what was left blank, so that optional fields are absent rather than empty. */
function withoutBlanks(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

/** A form made from a payload's schema: the machine checks the same schema again on the server. */
export function PayloadForm({
  schema,
  draft,
  sendWord,
  danger,
  onSend,
  onCancel,
  children,
  ready = true,
  initial = {},
}: PayloadFormProps) {
  const t = useCommonWords();
  const label = useFieldWords();
  const say = useSay();
  const fields = describeFields(schema);
  const [values, setValues, forget] = useDraft<Values>(draft, initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);

  const check = (payload: Record<string, unknown>): boolean => {
    const parsed = schema.safeParse(payload);
    const found: Record<string, string> = {};
    for (const issue of parsed.error?.issues ?? []) {
      const name = String(issue.path[0] ?? '');
      if (statedBySystem.has(name)) continue;
      found[name] = t(isEmpty(values[name]) ? 'required' : 'invalid');
    }
    setErrors(found);
    return Object.keys(found).length === 0;
  };

  const send = async () => {
    const payload = withoutBlanks(values);
    if (!check(payload)) return;
    setSending(true);
    setRefusal(null);
    try {
      await onSend(payload);
      forget();
    } catch (error) {
      setRefusal(error);
    } finally {
      setSending(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="sm">
        {refusal !== null && (
          <Alert color={refusal instanceof ApiError && refusal.code === 'NO_CONNECTION' ? 'amber' : 'red'} role="alert">
            {say(wordsOfError(refusal))}
            <IssueList error={refusal} />
          </Alert>
        )}
        {children}
        {fields.map((field) => (
          <PayloadField
            key={field.name}
            field={field}
            label={label(field.name as Parameters<typeof label>[0])}
            value={values[field.name] ?? null}
            error={errors[field.name] ?? null}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={sending} disabled={!ready} {...(danger ? { color: 'red' } : {})}>
            {sendWord}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
