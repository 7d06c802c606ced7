import { CloseButton, NumberInput, TextInput } from '@mantine/core';

import { UnitField } from '../../../components/form/unit-field.js';
import { MoneyField } from '../../../components/ui/money-field.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { useBudgetWords } from '../budget-words.js';
import { amountOf } from '../estimate-lines.js';
import type { TypedLine } from '../estimate-lines.js';
import classes from './budget-section.module.css';

interface EstimateLineFieldsProps {
  number: number;
  line: TypedLine;
  onChange: (part: Partial<TypedLine>) => void;
  onRemove: () => void;
}

/** One line of an estimate; its amount is computed, never typed. */
export function EstimateLineFields({ number, line, onChange, onRemove }: EstimateLineFieldsProps) {
  const t = useBudgetWords();
  const language = useLanguage();
  const amount = amountOf(line);
  return (
    <li className={classes.line} aria-label={t('line', { number })}>
      <TextInput
        className={classes.content ?? ''}
        label={t('content')}
        required
        value={line.content}
        onChange={(event) => onChange({ content: event.currentTarget.value })}
      />
      <TextInput
        label={t('unit')}
        required
        value={line.unitOfMeasure}
        onChange={(event) => onChange({ unitOfMeasure: event.currentTarget.value })}
      />
      <NumberInput
        label={t('quantity')}
        required
        min={1}
        max={1_000_000}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        thousandSeparator="."
        decimalSeparator=","
        value={line.quantity ?? ''}
        onChange={(typed) => onChange({ quantity: typeof typed === 'number' ? typed : null })}
      />
      <MoneyField
        label={t('price')}
        required
        value={line.unitPriceVnd}
        onChange={(unitPriceVnd) => onChange({ unitPriceVnd })}
      />
      <UnitField
        className={classes.beneficiary}
        label={t('beneficiary')}
        required
        withOwn
        value={line.beneficiaryUnitId}
        onChange={(beneficiaryUnitId) => onChange({ beneficiaryUnitId })}
      />
      <div className={classes.amount}>
        <span className={classes.quiet}>{t('amount')}</span>
        <strong>{amount === null ? '–' : formatMoney(String(amount), language)}</strong>
      </div>
      <CloseButton className={classes.remove ?? ''} aria-label={t('remove', { number })} onClick={onRemove} />
    </li>
  );
}
