import { Alert, Button, Group } from '@mantine/core';
import type { BudgetPage, InstancePage } from '@phancong/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useDraft } from '../../../lib/drafts.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { useWriteBudgetLines } from '../api/write-budget-lines.js';
import { useBudgetWords } from '../budget-words.js';
import { completeLine, nextLine, totalOf, typedLine } from '../estimate-lines.js';
import type { TypedLine } from '../estimate-lines.js';
import classes from './budget-section.module.css';
import { EstimateLineFields } from './estimate-line-fields.js';

interface EstimateEditorProps {
  page: InstancePage;
  budget: BudgetPage;
}

/** The estimate while it is with its submitter: what was typed survives a reload until it is saved. */
export function EstimateEditor({ page, budget }: EstimateEditorProps) {
  const t = useBudgetWords();
  const language = useLanguage();
  const write = useWriteBudgetLines(page.line.id);
  const [draft, setDraft, forget] = useDraft<TypedLine[] | null>(`estimate.${page.line.id}`, null);
  const [missing, setMissing] = useState<number[]>([]);
  const lines = draft ?? budget.lines.map(typedLine);

  const change = (index: number, part: Partial<TypedLine>) =>
    setDraft(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));

  const save = () => {
    const complete = lines.map(completeLine);
    const incomplete = complete.flatMap((line, index) => (line === null ? [index + 1] : []));
    setMissing(incomplete);
    if (incomplete.length > 0) return;
    write.mutate(
      { lines: complete.filter((line) => line !== null), expectedVersion: page.line.version },
      {
        onSuccess: () => {
          forget();
          showSuccess(t('saved'));
        },
      },
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {lines.length === 0 && <p className={classes.quiet}>{t('noLines')}</p>}
      <ol className={classes.lines}>
        {lines.map((line, index) => (
          <EstimateLineFields
            key={line.key}
            number={index + 1}
            line={line}
            onChange={(part) => change(index, part)}
            onRemove={() => setDraft(lines.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      {missing.length > 0 && (
        <Alert color="red" role="alert" mb="sm">
          {t('incomplete', { lines: missing.join(', ') })}
        </Alert>
      )}
      <RefusalAlert error={write.error} mb="sm" />
      <div className={classes.sum}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setDraft([...lines, nextLine(lines)])}
        >
          {t('add')}
        </Button>
        <output className={classes.total}>
          {t('total')}: <strong>{formatMoney(String(totalOf(lines)), language)}</strong>
        </output>
      </div>
      <Group justify="flex-end" gap="sm" mt="sm">
        {draft !== null && <span className={classes.unsaved}>{t('unsaved')}</span>}
        <Button type="submit" loading={write.isPending} disabled={draft === null || lines.length === 0}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
